"""A session is valid on its own factory's hosts only, whoever presents its cookie elsewhere."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions

from sites.tenancy.scope import current_factory_id


class SessionStore(DatabaseSessions):
    """Sessions signed for the factory in scope; another factory's cannot be read or overwritten."""

    @property
    def key_salt(self) -> str:
        return f"sessions:{current_factory_id() or 'platform'}"

    def load(self):
        data = super().load()
        if not data:
            # Not signed here: start afresh under a new key rather than write over a stranger's.
            self._session_key = None
        return data
