/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.imports;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;

/** Names of elements that are made of file names. */
public final class ElementName {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d]+");

    private ElementName() {}

    /**
     * Returns a name of letters and digits, such as <code>ThongkeKcb2023</code> for <code>thongke-kcb-2023.xlsx</code>.
     *
     * @param used names that are taken; receives the new one
     */
    public static String of(Path file, Set<String> used) {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        var text = joined(dot > 0 ? name.substring(0, dot) : name);
        return unique(isName(text) ? text : "Biểu" + text, used);
    }

    /**
     * Returns a name of letters and digits, such as <code>KếHoạch11</code> for «kế hoạch 11».
     *
     * @param used names that are taken; receives the new one
     */
    public static String ofWords(String words, Set<String> used) {
        var text = joined(words);
        return unique(isName(text) ? text : "_" + text, used);
    }

    private static String joined(String words) {
        var text = new StringBuilder();
        WORD.matcher(VietnameseText.nfc(words))
                .results()
                .forEach(word -> text.append(VietnameseText.capitalised(word.group())));
        return text.toString();
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && Character.isLetter(text.charAt(0));
    }

    /**
     * Returns a name, with a number if it is taken.
     *
     * @param used names that are taken; receives the new one
     */
    static String unique(String base, Set<String> used) {
        var unique = base;
        for (int i = 2; !used.add(unique); i++) {
            unique = base + "_" + i;
        }
        return unique;
    }
}
