/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.amending;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The XML of a part as a tree that keeps its bytes: what is not changed is written as it was. The part is known to be
 * well-formed, since it was read before.
 */
public final class XmlTree {

    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([\\w.:-]+)[\"']", Pattern.DOTALL);

    private final Charset charset;
    private final String before;
    private final XmlElement root;
    private final String after;
    private final List<XmlElement> elements = new ArrayList<>();

    private XmlTree(Charset charset, String before, XmlElement root, String after) {
        this.charset = charset;
        this.before = before;
        this.root = root;
        this.after = after;
        root.forEach(elements::add);
    }

    /** Reads a part; empty if its encoding or a document type is not understood. */
    public static Optional<XmlTree> read(byte[] part) {
        var charset = isUtf16(part) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(part)).toString();
            var declared = ENCODING.matcher(text);
            if (declared.find()
                    && !charset.name()
                            .startsWith(
                                    declared.group(1).toUpperCase(Locale.ROOT).replaceAll("(?<=UTF-16)[LB]E", ""))) {
                return Optional.empty();
            }
            var tree = new Reader(text).read(charset);
            return tree == null || !Arrays.equals(tree.bytes(), part) ? Optional.empty() : Optional.of(tree);
        } catch (CharacterCodingException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static boolean isUtf16(byte[] part) {
        return part.length > 1 && (part[0] == (byte) 0xFE || part[0] == (byte) 0xFF);
    }

    public XmlElement root() {
        return root;
    }

    /**
     * Returns the element with a number from 1, in the order of the start tags as they were read; empty if there is
     * none.
     */
    public Optional<XmlElement> element(int number) {
        return number < 1 || number > elements.size() ? Optional.empty() : Optional.of(elements.get(number - 1));
    }

    /** Returns the elements with a name, in the order of the start tags as they were read. */
    public List<XmlElement> elements(String name) {
        return elements.stream().filter(each -> each.name().equals(name)).toList();
    }

    /**
     * Returns the prefix that the root declares for a namespace, with its colon.
     *
     * @param namespaces alternatives
     * @return an empty string for the namespace of names without a prefix; empty if it is not declared
     */
    public Optional<String> prefix(List<String> namespaces) {
        for (var namespace : namespaces) {
            var declared = Pattern.compile(
                            "\\sxmlns(?::([\\w.-]+))?\\s*=\\s*[\"']" + Pattern.quote(namespace) + "[\"']")
                    .matcher(root.startTag());
            if (declared.find()) {
                return Optional.of(declared.group(1) == null ? "" : declared.group(1) + ":");
            }
        }
        return Optional.empty();
    }

    /** Returns the part as it is stored now. */
    public byte[] bytes() {
        var text = new StringBuilder(before);
        root.write(text);
        return text.append(after).toString().getBytes(charset);
    }

    /** Reads a text into a tree. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        private @Nullable XmlTree read(Charset charset) {
            XmlElement root = null;
            XmlElement current = null;
            var before = "";
            while (at < text.length()) {
                var tag = text.indexOf('<', at);
                if (tag < 0) {
                    break;
                }
                if (current != null) {
                    current.add(text.substring(at, tag));
                }
                at = tag;
                if (text.startsWith("<!--", at)) {
                    keep(current, "-->");
                } else if (text.startsWith("<![CDATA[", at)) {
                    keep(current, "]]>");
                } else if (text.startsWith("<?", at)) {
                    keep(current, "?>");
                } else if (text.startsWith("<!", at)) {
                    return null;
                } else if (text.startsWith("</", at)) {
                    var end = text.indexOf('>', at) + 1;
                    current.endTag(text.substring(at, end));
                    at = end;
                    if (current.parent() == null) {
                        break;
                    }
                    current = current.parent();
                } else {
                    before = root == null ? text.substring(0, at) : before;
                    var element = start(current);
                    root = root == null ? element : root;
                    if (!element.startTag().endsWith("/>")) {
                        current = element;
                    } else if (current == null) {
                        break;
                    }
                }
            }
            return root == null ? null : new XmlTree(charset, before, root, text.substring(at));
        }

        private void keep(@Nullable XmlElement current, String end) {
            var to = text.indexOf(end, at + 2) + end.length();
            if (current != null) {
                current.add(text.substring(at, to));
            }
            at = to;
        }

        private XmlElement start(@Nullable XmlElement parent) {
            var end = at;
            for (char quote = 0; quote != 0 || text.charAt(end) != '>'; end++) {
                var c = text.charAt(end);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                }
            }
            var tag = text.substring(at, end + 1);
            var name = 1;
            while ("/> \t\r\n".indexOf(tag.charAt(name)) < 0) {
                name++;
            }
            var element = new XmlElement(tag.substring(1, name), parent, tag);
            if (parent != null) {
                parent.add(element);
            }
            at = end + 1;
            return element;
        }
    }
}
