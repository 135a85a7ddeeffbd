/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.law;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.DocumentType;

/** The abbreviations of document types (ND30, Phụ lục III, mục I). */
public final class DocumentTypes {

    private static final Map<DocumentType, String> ABBREVIATIONS = new EnumMap<>(DocumentType.class);

    /** Abbreviations that offices use although the decree does not define them. */
    private static final Set<String> WRONG = Set.of("CV", "QCh", "DAn", "GN", "TTh", "TS");

    static {
        var abbreviations = """
                RESOLUTION NQ  DECISION QĐ  DIRECTIVE CT  STATUTE QC  REGULATION QyĐ  COMMUNIQUE TC  ANNOUNCEMENT TB
                GUIDELINE HD  PROGRAMME CTr  PLAN KH  OPTION_PLAN PA  SCHEME ĐA  PROJECT DA  REPORT BC  MINUTES BB
                SUBMISSION TTr  CONTRACT HĐ  TELEGRAM CĐ  MEMORANDUM BGN  AGREEMENT BTT  POWER_OF_ATTORNEY GUQ
                INVITATION GM  INTRODUCTION GGT  LEAVE_PERMIT GNP  DISPATCH_SLIP PG  TRANSFER_SLIP PC  NOTICE_SLIP PB
                """.split("\\s+");
        for (int i = 0; i + 1 < abbreviations.length; i += 2) {
            ABBREVIATIONS.put(DocumentType.valueOf(abbreviations[i]), abbreviations[i + 1]);
        }
    }

    private DocumentTypes() {}

    /** Returns the abbreviation in a symbol; empty for công văn, thư công and types that are only cited. */
    public static String abbreviation(DocumentType type) {
        return ABBREVIATIONS.getOrDefault(type, "");
    }

    /** Returns whether a group of a symbol is the abbreviation of a type, or a common wrong one. */
    public static boolean isAbbreviation(String code) {
        return ABBREVIATIONS.containsValue(code) || WRONG.contains(code);
    }

    /** Returns the name of a type with an initial capital: <code>Kế hoạch</code>. */
    public static String name(DocumentType type) {
        return VietnameseText.capitalised(type.getLiteral());
    }
}
