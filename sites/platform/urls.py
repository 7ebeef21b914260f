from django.urls import path

from sites.platform import views

app_name = "platform"
urlpatterns = [
    path("", views.front, name="front"),
    path("sign-up/", views.sign_up, name="sign-up"),
    path("sign-up/done/<slug:slug>/", views.signed_up, name="signed-up"),
    path("console/", views.console, name="console"),
    path("console/sign-in/", views.SignIn.as_view(), name="sign-in"),
    path("console/sign-out/", views.SignOut.as_view(), name="sign-out"),
    path("console/<slug:slug>/<str:verb>/", views.set_status, name="set-status"),
]
