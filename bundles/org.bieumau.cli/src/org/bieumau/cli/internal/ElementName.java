/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;

/** Makes names of elements from file names. */
final class ElementName {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d]+");

    private ElementName() {}

    /**
     * Returns a name of letters and digits, such as <code>ThongkeKcb2023</code> for <code>thongke-kcb-2023.xlsx</code>.
     *
     * @param used names that are taken; receives the new one
     */
    static String of(Path file, Set<String> used) {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        var text = new StringBuilder();
        WORD.matcher(VietnameseText.nfc(dot > 0 ? name.substring(0, dot) : name))
                .results()
                .forEach(word -> text.append(VietnameseText.capitalised(word.group())));
        var base = text.isEmpty() || !Character.isLetter(text.charAt(0)) ? "Biểu" + text : text.toString();
        var unique = base;
        for (int i = 2; !used.add(unique); i++) {
            unique = base + "_" + i;
        }
        return unique;
    }
}
