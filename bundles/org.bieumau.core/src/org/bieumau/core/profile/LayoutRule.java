/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import static org.bieumau.core.profile.LayoutRule.ValueType.DATE;
import static org.bieumau.core.profile.LayoutRule.ValueType.DOCUMENT_TYPES;
import static org.bieumau.core.profile.LayoutRule.ValueType.NUMBER;
import static org.bieumau.core.profile.LayoutRule.ValueType.NUMBERS;
import static org.bieumau.core.profile.LayoutRule.ValueType.TEXT;
import static org.bieumau.core.profile.LayoutRule.ValueType.WORDS;

import java.time.LocalDate;
import java.util.Set;
import org.bieumau.model.DocumentType;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a profile other than the look of a component: a text, a length, a pattern, a limit or a list of words.
 *
 * @param key subject of the rule
 * @param id id that reports use, such as <code>ND30-II.4</code>
 * @param source legal text that contains the rule
 * @param validFrom first day of validity
 * @param validTo last day of validity; null if the rule is still valid
 * @param evidence how well the rule is confirmed
 * @param value value, of the type of the key; an empty string if there is none
 * @param types types of documents that the rule is limited to; empty if it holds for all types without a rule of their
 *     own
 */
public record LayoutRule(
        Key key,
        String id,
        String source,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Evidence evidence,
        String value,
        Set<DocumentType> types)
        implements DatedRow {

    public LayoutRule {
        types = Set.copyOf(types);
    }

    /** The types of values. */
    public enum ValueType {
        TEXT,
        NUMBER,
        /** Numbers separated by <code>-</code>, <code>x</code> or <code>;</code>. */
        NUMBERS,
        DATE,
        /** A paper size. */
        PAPER,
        /** Words or phrases separated by <code>;</code>. Alternatives of one entry are separated by <code>,</code>. */
        WORDS,
        /** Types of documents, separated by <code>;</code>, by their keywords in the language. */
        DOCUMENT_TYPES
    }

    /**
     * The subjects of rules. The length of a line is a fraction of the width of its text; <code>0</code> means no line.
     */
    public enum Key {
        /** First day of the regime. A document without a date follows the rules of this day. */
        FIRST_DAY(DATE),
        /**
         * Name of the regime, if several profiles follow each other in time. A document follows the one that is in
         * force on its day.
         */
        REGIME,
        /** Paper size of documents. */
        PAPER(ValueType.PAPER),
        TYPEFACE,
        /** Width of the left side of the letterhead, in percent of the text width. */
        HEAD_LEFT_PERCENT(NUMBER),
        /** Space to the left of several addressees, in percent of the text width. */
        ADDRESSEES_LEFT_PERCENT(NUMBER),
        /** Width of the recipients, in percent of the text width. */
        FOOT_LEFT_PERCENT(NUMBER),
        /** Text on the right side of the letterhead: Quốc hiệu, or the name of the Party. */
        NATIONAL_NAME,
        /** Line below the national name, for a regime without a motto. */
        NATIONAL_NAME_LINE(NUMBER),
        /** Motto; an empty string if there is none. */
        MOTTO,
        MOTTO_LINE(NUMBER),
        /** Line below the issuing body. */
        ISSUER_LINE(NUMBER),
        /** Text below the issuing body, for a regime without the line. */
        ISSUER_MARK,
        /** Text before the number. */
        NUMBER_LABEL,
        /** Minimum number of digits of the number, filled with leading zeros. */
        NUMBER_DIGITS(NUMBER),
        /** Size in pt down to which the text of a table may be made smaller if its columns are too narrow. */
        TABLE_SMALLEST_SIZE(NUMBER),
        /** Symbol after the number, with the placeholders {loại}, {cơ quan} and {đơn vị}. */
        SYMBOL,
        LETTER_SYMBOL,
        /** Text below the symbol of a draft, with the placeholder {lần} for its number. */
        DRAFT_NOTE,
        /** Line below the subject. */
        SUBJECT_LINE(NUMBER),
        /** Text below the subject, for a regime without the line. */
        SUBJECT_MARK,
        /** Text before the subject of a letter. */
        LETTER_SUBJECT_LABEL,
        ADDRESSEE_LABEL,
        ADDRESSEE_ITEM,
        ADDRESSEE_ITEM_END,
        ADDRESSEE_LAST_END,
        BASIS_LABEL,
        /** Words that begin a legal basis in place of the words of its label. */
        BASIS_OPENINGS(WORDS),
        BASIS_END,
        BASIS_LAST_END,
        /** Text after the last legal basis if a sentence that introduces the text follows. */
        BASIS_BEFORE_SENTENCE_END,
        /** Text between number and date in a citation. */
        CITATION_DATE,
        /** Text between the legal bases and the articles of a decision. */
        ENACTMENT_DECISION,
        /** Text between the legal bases and the articles of a resolution. */
        ENACTMENT_RESOLUTION,
        /** Text after the Roman numeral of a mục. */
        ROMAN_END,
        END_MARK,
        /** Separator in the abbreviation of an authority, the point in TM. or the slash in T/M. */
        AUTHORITY_END,
        /** The line above a signature that confirms that of the person <code>{tên}</code>. */
        CONFIRMATION,
        /** The words beside the signature that certifies a copy; empty if copies have another form. */
        COPY_LABEL,
        /**
         * The names of the forms of copies: sao y, sao lục, trích sao, in this order; empty if there is a stamp only.
         */
        COPY_FORMS(WORDS),
        /** The codes of the forms of copies, in the same order. */
        COPY_CODES(WORDS),
        /** The symbol after the number of a copy, with the placeholders {loại} and {cơ quan}. */
        COPY_SYMBOL,
        /** 1 if the superior of the agency that makes a copy is printed above its name, else 0. */
        COPY_SUPERIOR(NUMBER),
        /**
         * The line at the top of an electronic copy, with the placeholders {hình thức}, {cơ quan} and {thời gian};
         * empty if it is not known.
         */
        COPY_SIGNATURE,
        RECIPIENTS_LABEL,
        RECIPIENT_ITEM,
        RECIPIENT_END,
        AS_ABOVE,
        ARCHIVE_LABEL,
        ARCHIVE_END,
        /**
         * Line below the archive with the placeholders {người soạn} and {bản}; an empty string if both follow the
         * archive in its line.
         */
        DRAFTER,
        APPENDIX_LABEL,
        /** Numerals of appendices, by the first one: <code>I</code> or <code>1</code>. */
        APPENDIX_NUMBER,
        APPENDIX_REFERENCE,
        APPENDIX_LINE(NUMBER),
        /** Text before the unit of measurement of a form. */
        FORM_MEASURE_LABEL,
        /** Gap for the place above the signatures of a form. */
        FORM_PLACE_BLANK,
        /** Text with gaps for the date above the signatures of a form. */
        FORM_DATE_BLANK,
        /** Width and height of the stamp, in mm, as for the following stamps. */
        STAMP_URGENT(NUMBERS),
        STAMP_VERY_URGENT(NUMBERS),
        STAMP_EXPRESS(NUMBERS),
        STAMP_SECRECY(NUMBERS),
        STAMP_CIRCULATION(NUMBERS),
        /** Distance of the note on circulation from the upper edge of the page, in mm; empty: in the text area. */
        CIRCULATION_TOP(NUMBER),
        /** Text at the top of each page except the first. */
        PAGE_NUMBER,
        /** Text of a document that must not be published in the media. */
        PUBLICATION_NOTE,
        /** Distance of that text from the lower edge, in mm, if it is printed at the foot of the last page. */
        PUBLICATION_NOTE_BOTTOM(NUMBER),
        /** Range allowed for the line spacing, in lines. */
        LINE_SPACING_LIMITS(NUMBERS),
        /** Least distance between baselines, in pt, for a regime that prescribes an exact one. */
        LEADING_LEAST(NUMBER),
        /** Greatest distance between baselines, in pt. */
        LEADING_MOST(NUMBER),
        /** Minimum space between paragraphs, in pt. */
        PARAGRAPH_GAP_LEAST(NUMBER),
        /** Indents allowed for the first line, in mm. */
        FIRST_INDENTS(NUMBERS),
        /** Range allowed for the margin, in mm, as for the following margins. */
        MARGIN_TOP(NUMBERS),
        MARGIN_BOTTOM(NUMBERS),
        MARGIN_LEFT(NUMBERS),
        MARGIN_RIGHT(NUMBERS),
        /** Types of documents that must have addressees. */
        ADDRESSED_TYPES(DOCUMENT_TYPES),
        /** Types of documents that must have addressees if they are sent to a superior agency. */
        SUPERIOR_ADDRESSED_TYPES(DOCUMENT_TYPES),
        /** Types of documents without addressees, since they are issued to all whom they concern. */
        UNADDRESSED_TYPES(DOCUMENT_TYPES),
        /** Types of documents that name the authority that issues them above the text. */
        AUTHORITY_TYPES(DOCUMENT_TYPES),
        /** Words that a subject must not begin with, since they are printed automatically or are out of place. */
        SUBJECT_LABELS(WORDS),
        /** Words that the subject of a letter must not begin with. */
        LETTER_SUBJECT_LABELS(WORDS),
        /** Titles that must not precede the name of a signer. */
        HONOURS(WORDS),
        /** Words by which a text mentions its attachments. */
        ATTACHMENT_MENTIONS(WORDS),
        /** Words before the number of a form. */
        FORM_LABELS(WORDS),
        /** Parts of a plan, in order. The alternatives of a part are words that its title can contain. */
        PLAN_PARTS(WORDS),
        /** Words by which a plan names its coordinating unit. */
        PLAN_COORDINATION(WORDS),
        /** Words by which a plan regulates how difficulties are reported. */
        PLAN_ESCALATION(WORDS),
        /** Units after an amount of money. */
        MONEY_UNITS(WORDS),
        /** Codes of issuers whose symbols are formed as those of the Party. */
        PARTY_ISSUERS(WORDS),
        /** Codes of issuers whose symbols are formed as those of the state. */
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
