from django.urls import path

from media.library import views

urlpatterns = [
    path("make/<str:token>", views.make, name="library_make"),
    path("<path:name>", views.media, name="library_media"),
]
