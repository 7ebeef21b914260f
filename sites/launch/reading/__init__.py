"""What a factory sends, turned into plain values, with complaints in plain words.

Nothing here knows a database or a framework: `folders.read_folder` and `folders.read_sources`
return a `FactoryFiles` and the complaints; `sites.launch.loading` writes it.
"""
