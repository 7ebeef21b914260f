"""Translating pages: into the languages of the store, not into all of the platform's."""

from wagtail_localize.views.submit_translations import SubmitPageTranslationView

from sites.tenancy.scope import current_factory


class SubmitOwnPageTranslation(SubmitPageTranslationView):
    """Wagtail Localize's first step, offering the factory's languages only."""

    def get_form(self):
        form = super().get_form()
        offered = form.fields["locales"]
        offered.queryset = offered.queryset.filter(language_code__in=current_factory().languages)
        return form
