"""The platform's own pages: sign-up, and the operator's console."""

from django.contrib import messages
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import user_passes_test
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sites.launch import actions as launching
from sites.platform import actions
from sites.platform.forms import SignUpForm, StatusForm
from sites.tenancy.hosts import store_address
from sites.tenancy.models import Factory
from sites.tenancy.throttle import throttled

operator_required = user_passes_test(
    lambda user: user.is_active and user.is_superuser, login_url=reverse_lazy("platform:sign-in")
)
VERBS = {"suspend": actions.suspend, "resume": actions.resume}


def front(request):
    """What Millfront is, and the way in."""
    return render(request, "platform/front.html")


@throttled("sign-up", times=10, seconds=3600)
def sign_up(request):
    """Launch a store from the form; refusals keep what was typed."""
    form = SignUpForm(request.POST or None, request.FILES or None)
    complaints = []
    if request.method == "POST" and form.is_valid():
        try:
            factory = launching.launch(launching.LaunchRequest(**form.cleaned_data))
        except (launching.SlugTaken, launching.SlugReserved) as refusal:
            form.add_error("slug", str(refusal))
        except launching.BadFiles as refusal:
            complaints = [str(complaint) for complaint in refusal.complaints]
        else:
            return redirect("platform:signed-up", slug=factory.slug)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "complaints": complaints}
    return render(request, "platform/sign_up.html", context, status=status)


def signed_up(request, slug):
    """Where the new store's doors are."""
    factory = get_object_or_404(Factory, slug=slug)
    context = {"factory": factory, "store": store_address(factory)}
    return render(request, "platform/signed_up.html", context)


@method_decorator(throttled("console-sign-in", times=10, seconds=600), name="dispatch")
class SignIn(auth_views.LoginView):
    """The operator's door."""

    template_name = "platform/sign_in.html"
    next_page = reverse_lazy("platform:console")


class SignOut(auth_views.LogoutView):
    """Leave the console."""

    next_page = reverse_lazy("platform:front")


@operator_required
def console(request):
    """All stores, with a search and the means to suspend one."""
    query = request.GET.get("q", "").strip()
    found = Factory.objects.order_by("slug")
    if query:
        found = found.filter(Q(name__icontains=query) | Q(slug__icontains=query))
    page = Paginator(found.prefetch_related("hosts"), 50).get_page(request.GET.get("page"))
    for factory in page:
        factory.address = store_address(factory)
    return render(request, "platform/console.html", {"page": page, "query": query})


@operator_required
@require_POST
def set_status(request, slug, verb):
    """Suspend a store, or open it again, with a reason."""
    if verb not in VERBS:
        raise Http404
    factory = get_object_or_404(Factory, slug=slug)
    form = StatusForm(request.POST)
    if form.is_valid():
        VERBS[verb](factory, reason=form.cleaned_data["reason"], by=request.user.email)
        messages.success(request, _("%(name)s: done.") % {"name": factory.name})
    else:
        messages.error(request, _("Give a reason."))
    return redirect("platform:console")
