/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.testing;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItems;

/**
 * Damages Office files as broken disks, foreign programs and attackers do: their bytes, their ZIP structure and their
 * XML. The same random numbers give the same damage.
 */
public final class OfficeMutator {

    /** Where a file is damaged. */
    public enum Kind {
        BYTES,
        PARTS,
        XML
    }

    /** A damaged file, and where it was damaged. */
    public record Mutant(Kind kind, byte[] bytes) {}

    private static final int DEEPEST = 20_000;
    private static final Pattern ATTRIBUTE = Pattern.compile("=\"([^\"]*)\"|='([^']*)'");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern TEXT = Pattern.compile(">[^<>]+<");
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1",
            "99999999999999999999",
            "2147483647",
            "-2147483648",
            "1.5",
            "1e9",
            "NaN",
            "abc",
            "A1:XFD1048576",
            "XFD1048576",
            "A0",
            "true",
            "restart",
            "%1%2%3%9%",
            "../../x.xml",
            "http://example.org/x",
            "\u0301",
            "&#x10FFFF;",
            "&#xD800;",
            "&amp;");
    private static final List<String> TEXTS = List.of(
            "",
            "&",
            "<",
            "&lt;",
            "&x;",
            "]]>",
            "<![CDATA[x]]>",
            "<!-- -->",
            "<?x y?>",
            "\u0000",
            "\uD800",
            "\uFFFF",
            "\u0301\u0323",
            "\u00A0",
            "\t\n",
            "<!DOCTYPE x>",
            "<x:y/>");

    private final Random random;

    public OfficeMutator(Random random) {
        this.random = random;
    }

    /** Opens a damaged file for reading. */
    public interface Opening {

        SourceItems open() throws IOException, ProblemException;
    }

    /**
     * Reads a damaged file to its end.
     *
     * @param name what identifies the file in a message
     * @return <code>read</code>, or the code of the problem that ended it
     * @throws AssertionError if anything else happened
     */
    public static String outcome(Opening opening, String name) {
        try (var items = opening.open()) {
            while (items.next() != null) {}
            return "read";
        } catch (ProblemException e) {
            assertNotNull(e.problem().place());
            return e.problem().code();
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(name, e);
        }
    }

    /** Returns a damaged copy of a file. */
    public Mutant mutate(byte[] file) {
        var kind = Kind.values()[random.nextInt(Kind.values().length)];
        return new Mutant(
                kind,
                switch (kind) {
                    case BYTES -> bytes(file);
                    case PARTS -> parts(file);
                    case XML -> xml(file);
                });
    }

    private byte[] bytes(byte[] file) {
        if (random.nextInt(8) == 0) {
            return Arrays.copyOf(file, random.nextInt(file.length + 1));
        }
        var changed = file.clone();
        for (int i = 0, count = 1 + random.nextInt(8); i < count; i++) {
            // The directory at the end of the file is short, and damage there has more effects.
            var from = random.nextBoolean() ? 0 : Math.max(0, changed.length - 512);
            var at = from + random.nextInt(changed.length - from);
            changed[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : changed[at] ^ 1 << random.nextInt(8));
        }
        return changed;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private byte[] parts(byte[] file) {
        var entries = ZipParts.read(file);
        var name = any(List.copyOf(entries.keySet()));
        var content = entries.get(name);
        switch (random.nextInt(6)) {
            case 0 -> entries.remove(name);
            case 1 -> entries.put(name, new byte[0]);
            case 2 -> entries.put(name, Arrays.copyOf(content, random.nextInt(content.length + 1)));
            case 3 -> entries.put(name, entries.get(any(List.copyOf(entries.keySet()))));
            case 4 -> {
                entries.remove(name);
                entries.put(
                        any(List.of(name.toUpperCase(), "../" + name, name + "/", name.replace('/', '\\'))), content);
            }
            default -> entries.put(name.toUpperCase(), content);
        }
        return ZipParts.write(entries);
    }

    private byte[] xml(byte[] file) {
        var entries = ZipParts.read(file);
        var names = entries.keySet().stream()
                .filter(name -> name.endsWith(".xml") || name.endsWith(".rels"))
                .toList();
        var name = any(names);
        var text = new String(entries.get(name), StandardCharsets.UTF_8);
        for (int i = 0, count = 1 + random.nextInt(4); i < count; i++) {
            text = xml(text);
        }
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        return ZipParts.write(entries);
    }

    private String xml(String text) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> replace(text, ATTRIBUTE, "=\"" + any(VALUES) + "\"");
            case 2 -> replace(text, TEXT, ">" + any(TEXTS) + "<");
            case 3 -> replace(text, TAG, "");
            case 4 -> moved(text);
            case 5 -> nested(text);
            case 6 -> repeated(text);
            default -> text.substring(0, random.nextInt(text.length() + 1));
        };
    }

    /** Replaces one match of a pattern. */
    private String replace(String text, Pattern pattern, String replacement) {
        var match = match(text, pattern);
        return match == null ? text : text.substring(0, match[0]) + replacement + text.substring(match[1]);
    }

    private int[] match(String text, Pattern pattern) {
        var match = pattern.matcher(text);
        return match.find(random.nextInt(text.length() + 1)) || match.find(0)
                ? new int[] {match.start(), match.end()}
                : null;
    }

    /** Copies an element to another place. */
    private String moved(String text) {
        var element = element(text);
        var to = match(text, TAG);
        return to == null ? text : text.substring(0, to[1]) + element + text.substring(to[1]);
    }

    /** Returns the text of an element with its content, or a tag. */
    private String element(String text) {
        var tag = match(text, TAG);
        if (tag == null) {
            return "";
        }
        var start = text.substring(tag[0], tag[1]);
        var name = start.replaceAll("[</>]|\\s.*", "");
        var end = text.indexOf("</" + name + ">", tag[1]);
        return end < 0 || start.endsWith("/>") ? start : text.substring(tag[0], end + name.length() + 3);
    }

    private String nested(String text) {
        var tag = match(text, TAG);
        if (tag == null) {
            return text;
        }
        var start = text.substring(tag[0], tag[1]);
        var name = start.replaceAll("[</>]|\\s.*", "");
        var depth = random.nextInt(4) == 0 ? random.nextInt(DEEPEST) : random.nextInt(100);
        return text.substring(0, tag[1])
                + ("<" + name + ">").repeat(depth)
                + ("</" + name + ">").repeat(depth)
                + text.substring(tag[1]);
    }

    private String repeated(String text) {
        var element = element(text);
        var at = text.indexOf(element);
        var count = Math.min(random.nextInt(1000), (1 << 20) / Math.max(1, element.length()));
        return at < 0 ? text : text.substring(0, at) + element.repeat(count) + text.substring(at);
    }
}
