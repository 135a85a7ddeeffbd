/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.text.Normalizer;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bieumau.core.text.LegacyEncoding;
import org.bieumau.reading.internal.shape.RowKind;

/** Texts in other encodings of Vietnamese. */
enum EncodingMutation implements Mutation {
    DECOMPOSED {
        @Override
        public boolean change(Paper paper, Random random) {
            return replace(paper, text -> Normalizer.normalize(text, Normalizer.Form.NFD));
        }
    },
    TCVN3 {
        @Override
        public boolean change(Paper paper, Random random) {
            return encode(paper, LegacyEncoding.TCVN3, ".VnTime");
        }
    },
    VNI {
        @Override
        public boolean change(Paper paper, Random random) {
            return encode(paper, LegacyEncoding.VNI, "VNI-Times");
        }
    },
    /** The letter of Icelandic that looks like the Vietnamese one. */
    ETH {
        @Override
        public boolean change(Paper paper, Random random) {
            return replaceLabels(paper, text -> text.replace('Đ', '\u00D0'));
        }
    },
    /** The tone mark on the other vowel: hoà, hòa. */
    OTHER_TONE_PLACES {
        @Override
        public boolean change(Paper paper, Random random) {
            return replaceLabels(
                    paper,
                    text -> text.replace("hòa", "hoà")
                            .replace("Hòa", "Hoà")
                            .replace("khỏe", "khoẻ")
                            .replace("thủy", "thuỷ"));
        }
    };

    private static boolean replace(Paper paper, UnaryOperator<String> change) {
        paper.table.rows.stream().flatMap(row -> row.cells.stream()).forEach(cell -> cell.replace(change));
        return true;
    }

    private static boolean replaceLabels(Paper paper, UnaryOperator<String> change) {
        paper.table.rows.stream()
                .filter(row -> row.kind != RowKind.BODY)
                .flatMap(row -> row.cells.stream())
                .filter(cell -> cell.leaf < 0)
                .forEach(cell -> cell.replace(change));
        return true;
    }

    private static boolean encode(Paper paper, LegacyEncoding encoding, String font) {
        var isChanged = false;
        for (var row : paper.table.rows) {
            for (var cell : row.filled()) {
                if (LegacyText.encode(encoding, cell.text()).isPresent()) {
                    cell.replace(text -> LegacyText.encode(encoding, text).orElse(text));
                    cell.font(font);
                    isChanged = true;
                }
            }
        }
        return isChanged;
    }
}
