"""The background worker: django-tasks' own, outside any factory's scope.

Our tasks enter their factory's scope themselves; Wagtail's and the search's cannot, and need
every row to be visible to the worker.
"""

from django_tasks_db.management.commands.db_worker import Command as DatabaseWorker

from sites.tenancy.scope import all_factories


class Command(DatabaseWorker):
    help = "Run background tasks: reactions to events, mails, search indexing."

    def handle(self, *args, **options):
        with all_factories():
            super().handle(*args, **options)
