from django.urls import path

from storefront.cms import views

urlpatterns = [
    path("styles/<str:digest>/<str:token>.css", views.stylesheet, name="cms_stylesheet"),
    path("robots.txt", views.robots, name="cms_robots"),
    path("sitemap.xml", views.sitemap, name="cms_sitemap"),
]
