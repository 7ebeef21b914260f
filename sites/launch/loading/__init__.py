"""A read `FactoryFiles` into the database of the factory in scope: in bulk, all or nothing.

Rows are found again by what the factory itself calls them (SKU, code, number), so that loading
the same files twice changes nothing.
"""
