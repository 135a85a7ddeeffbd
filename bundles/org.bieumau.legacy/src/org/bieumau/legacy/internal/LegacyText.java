/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.util.EnumSet;
import java.util.Set;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.Look;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Run;
import org.bieumau.core.text.LegacyEncoding;

/**
 * A text in one font, in Unicode and NFC.
 *
 * @param isConverted whether the font has an encoding from before Unicode, and the text was in it
 */
record LegacyText(String text, boolean isConverted) {

    static LegacyText of(String text, String font) {
        var decoded = LegacyEncoding.decode(text, font == null ? "" : font);
        return new LegacyText(VietnameseText.nfc(decoded), !decoded.equals(text));
    }

    Run run(Look look, Set<Flag> flags) {
        var all = EnumSet.noneOf(Flag.class);
        all.addAll(flags);
        if (isConverted) {
            all.add(Flag.CONVERTED);
        }
        return new Run(text, look, all);
    }
}
