/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.export;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    private final @Nullable String pattern;
    private final Set<String> taken = new HashSet<>();

    /**
     * @param pattern the pattern of the names, with the placeholders <code>{file}</code> and <code>{element}</code>;
     *     null for the default names
     * @throws IllegalArgumentException if the pattern has another placeholder, or a character that is not allowed in
     *     the name of a file; the message is the offending part
     */
    public OutputNames(@Nullable String pattern) {
        this.pattern = pattern;
        if (pattern == null) {
            return;
        }
        var placeholders = PLACEHOLDER.matcher(pattern);
        while (placeholders.find()) {
            if (!FILE.contains(placeholders.group(1)) && !ELEMENT.contains(placeholders.group(1))) {
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
