"""Documents that are no tables, JSON and XML, opened safely."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml import sax as safe_sax

from loaders.formats.form import Content
from loaders.issues import FileProblem
from loaders.text import decode

_MOST_BYTES = 1024**3
_HEAD = 64 * 1024
_FIRST_TAG = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKS_OF_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def json_tree(content: Content) -> Any:
    """Return the content of a JSON document.

    Raises
    ------
    FileProblem
        When it is none, or too large or too deep.
    """
    _guard(content.data)
    return _tree(content.data)


def json_object(content: Content) -> dict[str, Any]:
    """Return the object that a JSON document is; an empty one when it is none, for recognisers, which never raise."""
    if content.sheets or content.data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"{":
        return {}
    try:
        tree = json_tree(content)
    except FileProblem:
        return {}
    return tree if isinstance(tree, dict) else {}


def xml_root(content: Content) -> str:
    """Return the name of the root element without its prefix, or an empty text when it is no XML."""
    head = content.data[:_HEAD]
    if content.sheets or b"<" not in head:
        return ""
    text = head.decode("utf-16" if head.startswith(_MARKS_OF_UTF16) else "utf-8", errors="replace")
    found = _FIRST_TAG.search(_COMMENT.sub("", text)) if text.lstrip("\ufeff \t\r\n").startswith("<") else None
    return found.group(1) if found else ""


def parse_xml(content: Content, handler: ContentHandler) -> None:
    """Tell `handler` what an XML document holds; entities of its own and everything outside it are refused.

    Raises
    ------
    FileProblem
        When it is no well-formed XML, or too large, or defines or fetches entities.
    """
    _guard(content.data)
    try:
        safe_sax.parseString(content.data, handler)
    except DefusedXmlException as error:
        raise FileProblem("xml_entities") from error
    except SAXException as error:
        line = getattr(error, "getLineNumber", lambda: 1)()
        raise FileProblem("xml", line=line, reason=error.getMessage()) from error
    except (ValueError, LookupError) as error:
        raise FileProblem("xml", line=1, reason=error) from error


def unknown(content: Content) -> FileProblem:
    """Return why no format recognises a document: it is broken, or of no known kind."""
    try:
        if xml_root(content):
            parse_xml(content, ContentHandler())
        else:
            json_tree(content)
    except FileProblem as problem:
        return problem
    return FileProblem("document_unknown")


def _guard(data: bytes) -> None:
    if len(data) > _MOST_BYTES:
        raise FileProblem("too_large", limit=f"{_MOST_BYTES:,}", unit="B")


@lru_cache(maxsize=1)
def _tree(data: bytes) -> Any:
    # Every recogniser asks for the same document: it is read once.
    try:
        return json.loads(decode(data))
    except json.JSONDecodeError as error:
        raise FileProblem("json", line=error.lineno, column=error.colno) from error
    except (ValueError, RecursionError) as error:
        raise FileProblem("json", line=1, column=1) from error
