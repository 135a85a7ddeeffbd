/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import org.jspecify.annotations.Nullable;
import static org.bieumau.core.profile.LayoutRule.ValueType.DATE;
import static org.bieumau.core.profile.LayoutRule.ValueType.DOCUMENT_TYPES;
import static org.bieumau.core.profile.LayoutRule.ValueType.NUMBER;
import static org.bieumau.core.profile.LayoutRule.ValueType.NUMBERS;
import static org.bieumau.core.profile.LayoutRule.ValueType.TEXT;
import static org.bieumau.core.profile.LayoutRule.ValueType.WORDS;

import java.time.LocalDate;

/**
 * A rule of a profile that is not about the look of a component: a text, a length, a pattern, a limit, a list of words.
 *
 * @param key what it rules
 * @param id the id by which reports name it, such as <code>ND30-II.4</code>
 * @param source where it is found
 * @param validFrom the first day on which it holds
 * @param validTo the last day, or null while it holds
 * @param evidence how sure it is
 * @param value the value, of the type of the key; empty for nothing
 */
public record LayoutRule(
        Key key, String id, String source, LocalDate validFrom, @Nullable LocalDate validTo, Evidence evidence, String value)
        implements DatedRow {

    /** The types of values. */
    public enum ValueType {
        TEXT,
        NUMBER,
        /** Numbers with <code>-</code>, <code>x</code> or <code>;</code> between them. */
        NUMBERS,
        DATE,
        /** A paper size. */
        PAPER,
        /** Words or phrases with <code>;</code> between them, alternatives of one with <code>,</code>. */
        WORDS,
        /** Types of documents, as the language names them, with <code>;</code> between them. */
        DOCUMENT_TYPES
    }

    /** What rules there are. A length of a line is a part of the text's, <code>0</code> where there is no line. */
    public enum Key {
        /** The first day of the regime: the day whose rules hold for a document without a date. */
        FIRST_DAY(DATE),
        /** The paper of documents. */
        PAPER(ValueType.PAPER),
        TYPEFACE,
        /** The part of the text's width that the left side of the letterhead takes, in percent. */
        HEAD_LEFT_PERCENT(NUMBER),
        /** The part of the text's width to the left of several addressees, in percent. */
        ADDRESSEES_LEFT_PERCENT(NUMBER),
        /** The part of the text's width that the recipients take, in percent. */
        FOOT_LEFT_PERCENT(NUMBER),
        /** The text on the right of the head: Quốc hiệu, or the name of the Party. */
        NATIONAL_NAME,
        /** The line of the national name below it, where there is no motto. */
        NATIONAL_NAME_LINE(NUMBER),
        /** The motto, empty where there is none. */
        MOTTO,
        MOTTO_LINE(NUMBER),
        /** The line below the issuing body, or a mark in its place. */
        ISSUER_LINE(NUMBER),
        ISSUER_MARK,
        /** What stands before the number, and how many digits it has at least. */
        NUMBER_LABEL,
        NUMBER_DIGITS(NUMBER),
        /** What follows the number, with {loại}, {cơ quan}, {đơn vị}. */
        SYMBOL,
        LETTER_SYMBOL,
        /** The line below the subject, or a mark in its place. */
        SUBJECT_LINE(NUMBER),
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
        /** What follows the Roman number of a mục. */
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
        APPENDIX_LINE(NUMBER),
        /** Width and height of stamps in mm. */
        STAMP_URGENT(NUMBERS),
        STAMP_VERY_URGENT(NUMBERS),
        STAMP_EXPRESS(NUMBERS),
        STAMP_SECRECY(NUMBERS),
        STAMP_CIRCULATION(NUMBERS),
        /** What each page but the first shows on top. */
        PAGE_NUMBER,
        /** Limits for checks: from-to. */
        LINE_SPACING_LIMITS(NUMBERS),
        PARAGRAPH_GAP_LEAST(NUMBER),
        /** The first indents to choose from. */
        FIRST_INDENTS(NUMBERS),
        MARGIN_TOP(NUMBERS),
        MARGIN_BOTTOM(NUMBERS),
        MARGIN_LEFT(NUMBERS),
        MARGIN_RIGHT(NUMBERS),
        /** The types of documents that must have addressees. */
        ADDRESSED_TYPES(DOCUMENT_TYPES),
        /** The types of documents that have addressees when they go to a superior. */
        SUPERIOR_ADDRESSED_TYPES(DOCUMENT_TYPES),
        /** The types of documents that go to all whom they concern, and are addressed to nobody. */
        UNADDRESSED_TYPES(DOCUMENT_TYPES),
        /** The words that a subject must not begin with, since they are printed or do not belong there. */
        SUBJECT_LABELS(WORDS),
        /** The words that the subject of a letter must not begin with. */
        LETTER_SUBJECT_LABELS(WORDS),
        /** The titles that must not precede the name of a signer. */
        HONOURS(WORDS),
        /** The words by which a text mentions what is attached to it. */
        ATTACHMENT_MENTIONS(WORDS),
        /** The words before the number of a form. */
        FORM_LABELS(WORDS),
        /** The parts of a plan, in their order, each by the words that its title may have. */
        PLAN_PARTS(WORDS),
        /** The words by which a plan says who coordinates it. */
        PLAN_COORDINATION(WORDS),
        /** The words by which a plan says what happens when there are difficulties. */
        PLAN_ESCALATION(WORDS),
        /** The words after an amount of money. */
        MONEY_UNITS(WORDS),
        /** The codes of issuers whose symbols are built as those of the Party. */
        PARTY_ISSUERS(WORDS),
        /** The codes of issuers whose symbols are built as those of the state. */
        STATE_ISSUERS(WORDS);

        private final ValueType type;

        Key() {
            this(TEXT);
        }

        Key(ValueType type) {
            this.type = type;
        }

        /** Returns the type of the rule's value. */
        public ValueType type() {
            return type;
        }
    }
}
