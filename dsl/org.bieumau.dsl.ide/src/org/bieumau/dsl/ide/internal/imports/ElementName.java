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
        var text = new StringBuilder();
        WORD.matcher(VietnameseText.nfc(dot > 0 ? name.substring(0, dot) : name))
                .results()
                .forEach(word -> text.append(VietnameseText.capitalised(word.group())));
        return unique(text.isEmpty() || !Character.isLetter(text.charAt(0)) ? "Biểu" + text : text.toString(), used);
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
