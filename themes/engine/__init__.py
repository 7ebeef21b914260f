"""Manifests, tokens, stylesheets and the contract of what each page receives."""
