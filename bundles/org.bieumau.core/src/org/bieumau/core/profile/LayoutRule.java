/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import java.time.LocalDate;

/**
 * A rule of a profile that is not about the style of a component: a text, a length, a pattern, a limit.
 *
 * @param key what it rules
 * @param id the id by which reports name it, such as <code>ND30-II.4</code>
 * @param source where it stands
 * @param validFrom the first day on which it holds
 * @param validTo the last day, or null while it holds
 * @param evidence how sure it is
 * @param value the value, of the form that the key says
 */
public record LayoutRule(
        Key key, String id, String source, LocalDate validFrom, LocalDate validTo, Evidence evidence, String value)
        implements DatedRow {

    /** What rules there are. A length of a line is a part of the text's, <code>0</code> where there is no line. */
    public enum Key {
        /** The text on the right of the head: Quốc hiệu, or the name of the Party. */
        NATIONAL_NAME,
        /** The line of the national name below it, where there is no motto. */
        NATIONAL_NAME_LINE,
        /** The motto, empty where there is none. */
        MOTTO,
        MOTTO_LINE,
        /** The line below the issuing body, or a mark in its place. */
        ISSUER_LINE,
        ISSUER_MARK,
        /** What stands before the number, and how many digits it has at least. */
        NUMBER_LABEL,
        NUMBER_DIGITS,
        /** What follows the number, with {loại}, {cơ quan}, {đơn vị}. */
        SYMBOL,
        LETTER_SYMBOL,
        /** The line below the subject, or a mark in its place. */
        SUBJECT_LINE,
        SUBJECT_MARK,
        /** What stands before the subject of a letter. */
        LETTER_SUBJECT_LABEL,
        ADDRESSEE_LABEL,
        ADDRESSEE_ITEM,
        ADDRESSEE_ITEM_END,
        ADDRESSEE_LAST_END,
        BASIS_LABEL,
        BASIS_END,
        BASIS_LAST_END,
        /** What stands between bases and articles of a decision or resolution. */
        ENACTMENT_DECISION,
        ENACTMENT_RESOLUTION,
        /** What stands behind the Roman number of a mục. */
        ROMAN_END,
        END_MARK,
        /** What ends the abbreviation of an authority: TM. or T/M. */
        AUTHORITY_END,
        RECIPIENTS_LABEL,
        RECIPIENT_ITEM,
        RECIPIENT_END,
        AS_ABOVE,
        ARCHIVE_LABEL,
        ARCHIVE_END,
        APPENDIX_LABEL,
        APPENDIX_REFERENCE,
        APPENDIX_LINE,
        /** Width and height of stamps in mm. */
        STAMP_URGENT,
        STAMP_VERY_URGENT,
        STAMP_EXPRESS,
        STAMP_SECRECY,
        STAMP_CIRCULATION,
        /** What each page but the first shows on top. */
        PAGE_NUMBER,
        /** Limits for checks: from-to. */
        LINE_SPACING_LIMITS,
        PARAGRAPH_GAP_LEAST,
        FIRST_INDENTS,
        MARGIN_TOP,
        MARGIN_BOTTOM,
        MARGIN_LEFT,
        MARGIN_RIGHT
    }
}
