/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.export;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.jspecify.annotations.Nullable;

/**
 * Names the outputs of a run. The name of an element does not depend on the other elements that are exported with it,
 * so that an output never replaces that of another element of its file.
 */
public final class OutputNames {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> FILE = Set.of("file", "tệp");
    private static final Set<String> ELEMENT = Set.of("element", "tên");

    /** Characters that Windows, macOS or Linux does not allow in the name of a file. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");

    private static final Set<String> NUMBER = Set.of("stt");

    private final @Nullable String pattern;
    private final Set<String> taken = new HashSet<>();

    /**
     * @param pattern the pattern of the names, with the placeholders <code>{file}</code> and <code>{element}</code>;
     *     null for the default names
     * @throws IllegalArgumentException if the pattern has another placeholder, or a character that is not allowed in
     *     the name of a file; the message is the offending part
     */
    public OutputNames(@Nullable String pattern) {
        this(pattern, false);
    }

    /**
     * @param pattern the pattern of the names, as above
     * @param isEach whether documents are exported for each row of a form: the pattern may have the number of the row,
     *     <code>{stt}</code>, and the names of columns
     * @throws IllegalArgumentException as above
     */
    public OutputNames(@Nullable String pattern, boolean isEach) {
        this.pattern = pattern;
        if (pattern == null) {
            return;
        }
        var placeholders = PLACEHOLDER.matcher(pattern);
        while (placeholders.find()) {
            var name = placeholders.group(1);
            if (!FILE.contains(name) && !ELEMENT.contains(name) && (!isEach || name.isBlank())) {
                throw new IllegalArgumentException(placeholders.group());
            }
        }
        var forbidden = FORBIDDEN.matcher(pattern);
        if (forbidden.find() || pattern.isBlank() || pattern.strip().startsWith(".")) {
            throw new IllegalArgumentException(forbidden.reset().find() ? forbidden.group() : pattern);
        }
    }

    /**
     * Returns the name of an element's outputs, without extension. By default, this is the name of the file for the
     * only element that is usually exported, and <code>{file}-{element}</code> for all others.
     *
     * @param file the name of the source file, without extension
     * @param single whether the element is the only one of the run; otherwise a pattern without <code>{element}</code>
     *     gets it at its end
     */
    String name(String file, LibraryElement element, boolean single) {
        var own = element.getName();
        if (pattern != null) {
            var full =
                    single || PLACEHOLDER.matcher(pattern).results().anyMatch(each -> ELEMENT.contains(each.group(1)))
                            ? pattern
                            : pattern + "-{element}";
            return PLACEHOLDER
                    .matcher(full)
                    .replaceAll(found -> Matcher.quoteReplacement(FILE.contains(found.group(1)) ? file : own));
        }
        return isOnlyUsual(element) ? file : file + "-" + own;
    }

    /**
     * Returns the name of the outputs for one row, without extension. By default, the number of the row follows the
     * name of the document.
     *
     * @param number the number of the row, from 1
     * @param digits the least number of digits of the number
     * @param values returns the text of a column in the row; empty for a name that is not that of a column
     * @throws IllegalArgumentException if the pattern has a placeholder that is not the name of a column; the message
     *     is the placeholder
     */
    String name(
            String file,
            LibraryElement element,
            boolean single,
            int number,
            int digits,
            Function<String, Optional<String>> values) {
        var counted = String.format(Locale.ROOT, "%0" + digits + "d", number);
        if (pattern == null) {
            return name(file, element, single) + "-" + counted;
        }
        var distinct = PLACEHOLDER.matcher(pattern).results().anyMatch(each -> isOfRow(each.group(1)));
        return PLACEHOLDER.matcher(distinct ? pattern : pattern + "-{stt}").replaceAll(found -> {
            var name = found.group(1);
            var text = FILE.contains(name)
                    ? file
                    : ELEMENT.contains(name)
                            ? element.getName()
                            : NUMBER.contains(name)
                                    ? counted
                                    : values.apply(name).orElseThrow(() -> new IllegalArgumentException(found.group()));
            var allowed = FORBIDDEN.matcher(text.strip()).replaceAll("_");
            return Matcher.quoteReplacement(allowed.isEmpty() ? counted : allowed);
        });
    }

    private static boolean isOfRow(String placeholder) {
        return !FILE.contains(placeholder) && !ELEMENT.contains(placeholder);
    }

    private static boolean isOnlyUsual(LibraryElement element) {
        return element.eContainer() instanceof Library library
                && ExportPlan.usual(library).equals(List.of(element));
    }

    /**
     * Returns a name that no other output of the run has: the name itself, or the name with a number. Names that differ
     * only in case are equal, as on Windows and macOS.
     */
    String unique(String name, String extension) {
        var unique = name;
        for (var number = 2; !taken.add(key(unique, extension)); number++) {
            unique = name + "-" + number;
        }
        return unique;
    }

    private static String key(String name, String extension) {
        return Normalizer.normalize(name + "." + extension, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
