/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.amending;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bieumau.ooxml.internal.reading.XmlReferences;
import org.jspecify.annotations.Nullable;

/** An element of a part, with its text exactly as the part stores it. */
public final class XmlElement {

    private final String name;
    private final @Nullable XmlElement parent;
    private String startTag;
    private String endTag;
    /** Elements, and texts with comments and the like as they are stored. */
    private final List<Object> content = new ArrayList<>();

    XmlElement(String name, @Nullable XmlElement parent, String startTag) {
        this.name = name;
        this.parent = parent;
        this.startTag = startTag;
        endTag = "";
    }

    void add(String stored) {
        if (!stored.isEmpty()) {
            content.add(stored);
        }
    }

    void add(XmlElement child) {
        content.add(child);
    }

    void endTag(String stored) {
        endTag = stored;
    }

    String startTag() {
        return startTag;
    }

    /** Returns the name with its prefix. */
    public String name() {
        return name;
    }

    public @Nullable XmlElement parent() {
        return parent;
    }

    /** Returns the child elements. */
    public List<XmlElement> children() {
        return content.stream()
                .filter(XmlElement.class::isInstance)
                .map(XmlElement.class::cast)
                .toList();
    }

    /** Returns the first child with a name; null if there is none. */
    public @Nullable XmlElement child(String wanted) {
        for (var each : content) {
            if (each instanceof XmlElement element && element.name.equals(wanted)) {
                return element;
            }
        }
        return null;
    }

    /** Returns whether the element is within one of this name. */
    public boolean isWithin(String wanted) {
        for (var each = parent; each != null; each = each.parent) {
            if (each.name.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Calls an action for this element and all in it, in the order of the start tags. */
    public void forEach(Consumer<XmlElement> action) {
        // Without recursion, since elements can be nested deeply.
        var open = new ArrayList<Iterator<XmlElement>>();
        open.add(List.of(this).iterator());
        while (!open.isEmpty()) {
            if (open.getLast().hasNext()) {
                var next = open.getLast().next();
                action.accept(next);
                open.add(next.children().iterator());
            } else {
                open.removeLast();
            }
        }
    }

    /** Returns the text of an element that has no elements in it, with references replaced; null if it has some. */
    public @Nullable String text() {
        var stored = new StringBuilder();
        for (var each : content) {
            if (!(each instanceof String text) || text.startsWith("<")) {
                return null;
            }
            stored.append(text);
        }
        return XmlReferences.replace(stored.toString(), '\n');
    }

    /** Replaces the content by a text. */
    public void setText(String text) {
        open();
        content.clear();
        add(escaped(text));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Matcher attribute(String tag, String wanted) {
        return Pattern.compile("\\s" + Pattern.quote(wanted) + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')")
                .matcher(tag);
    }

    /** Returns the value of an attribute as it is stored; null if there is none. */
    public @Nullable String attribute(String wanted) {
        var found = attribute(startTag, wanted);
        return found.find() ? found.group(1) == null ? found.group(2) : found.group(1) : null;
    }

    /** Sets an attribute. */
    public void set(String wanted, String value) {
        var found = attribute(startTag, wanted);
        var stored = " " + wanted + "=\"" + escaped(value).replace("\"", "&quot;") + "\"";
        if (found.find()) {
            startTag = startTag.substring(0, found.start()) + stored + startTag.substring(found.end());
        } else {
            var end = startTag.length() - (startTag.endsWith("/>") ? 2 : 1);
            startTag = startTag.substring(0, end).stripTrailing() + stored + startTag.substring(end);
        }
    }

    /** Removes an attribute. */
    public void remove(String unwanted) {
        var found = attribute(startTag, unwanted);
        if (found.find()) {
            startTag = startTag.substring(0, found.start()) + startTag.substring(found.end());
        }
    }

    /** Makes an element that is an empty tag one with a start and an end. */
    private void open() {
        if (startTag.endsWith("/>")) {
            startTag = startTag.substring(0, startTag.length() - 2).stripTrailing() + ">";
            endTag = "</" + name + ">";
        }
    }

    /**
     * Inserts a child.
     *
     * @param before the child that follows; null to insert at the end
     */
    public XmlElement insert(String child, @Nullable XmlElement before) {
        open();
        var element = new XmlElement(child, this, "<" + child + "/>");
        content.add(before == null ? content.size() : content.indexOf(before), element);
        return element;
    }

    /** Inserts an empty element after this one. */
    public XmlElement insertAfter(String sibling) {
        var around = parent;
        if (around == null) {
            throw new IllegalStateException(name);
        }
        var element = new XmlElement(sibling, around, "<" + sibling + "/>");
        around.content.add(around.content.indexOf(this) + 1, element);
        return element;
    }

    /** Inserts stored XML, which is not looked into. */
    public void insertStored(String xml, @Nullable XmlElement before) {
        open();
        content.add(before == null ? content.size() : content.indexOf(before), xml);
    }

    /** Inserts a copy of this element before or after it, and returns the copy. */
    public XmlElement copyBeside(boolean isBefore) {
        var around = parent;
        if (around == null) {
            throw new IllegalStateException(name);
        }
        var copy = copyIn(around);
        around.content.add(around.content.indexOf(this) + (isBefore ? 0 : 1), copy);
        return copy;
    }

    private XmlElement copyIn(XmlElement around) {
        var copy = new XmlElement(name, around, startTag);
        copy.endTag = endTag;
        content.forEach(each -> copy.content.add(each instanceof XmlElement child ? child.copyIn(copy) : each));
        return copy;
    }

    /** Removes a child. */
    public void remove(XmlElement child) {
        content.remove(child);
    }

    /**
     * Returns the child with a name; one that is missing is inserted at its place.
     *
     * @param order names of all possible children in the order of the schema
     */
    public XmlElement obtain(String wanted, List<String> order) {
        var present = child(wanted);
        if (present != null) {
            return present;
        }
        var place = order.indexOf(wanted);
        if (place < 0) {
            throw new NoSuchElementException(wanted);
        }
        return insert(
                wanted,
                children().stream()
                        .filter(each -> order.indexOf(each.name) > place)
                        .findFirst()
                        .orElse(null));
    }

    void write(StringBuilder out) {
        // Without recursion, since elements can be nested deeply.
        var open = new ArrayList<Iterator<Object>>();
        var ends = new ArrayList<String>();
        out.append(startTag);
        open.add(content.iterator());
        ends.add(endTag);
        while (!open.isEmpty()) {
            if (!open.getLast().hasNext()) {
                open.removeLast();
                out.append(ends.removeLast());
                continue;
            }
            switch (open.getLast().next()) {
                case XmlElement element -> {
                    out.append(element.startTag);
                    open.add(element.content.iterator());
                    ends.add(element.endTag);
                }
                case Object stored -> out.append(stored);
            }
        }
    }
}
