"""After this event, run these actions. Read it in a minute: the whole upward flow of the house."""

REACTIONS = {}
