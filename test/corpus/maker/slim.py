"""What the template of python-docx brings along, taken out again."""

# Pictures and second tables of styles, of which nothing is read.
PARTS = ("/thumbnail", "/stylesWithEffects", "/customXml")


def slim(document, parts, needed):
    """Takes parts out by the ends of their relations' names, and all styles that are not `needed(style)`."""
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, each in relations.items() if each.reltype.endswith(parts)]:
            relations.pop(key)
    for style in list(document.styles):
        if not needed(style):
            style.delete()
