"""The content security policy: nothing inline, nothing from elsewhere."""

from django.conf import settings

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: {files}; "
    "font-src 'self'; connect-src 'self'; form-action 'self' https://checkout.stripe.com; "
    "frame-ancestors 'self'; base-uri 'none'; manifest-src 'self'; media-src 'self' {files}"
)
# Wagtail's own editor writes styles inline, draws icons as data and previews pages in a frame.
EDITOR = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob: {files}; font-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'self'; "
    "object-src 'none'"
)


class ContentSecurityMiddleware:
    """Set the policy of the page's part of the house, unless the view has set its own."""

    def __init__(self, get_response):
        self.get_response = get_response
        files = settings.AWS_S3_ENDPOINT_URL or ""
        if settings.MEDIA_BUCKET and not files:
            files = f"https://{settings.MEDIA_BUCKET}.s3.amazonaws.com"
        self.strict = STRICT.format(files=files)
        self.editor = EDITOR.format(files=files)

    def __call__(self, request):
        response = self.get_response(request)
        policy = self.editor if request.path.startswith("/cms/") else self.strict
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("Permissions-Policy", "camera=(self), geolocation=()")
        return response
