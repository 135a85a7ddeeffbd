/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

/**
 * The components of a layout: those of ND30, Phụ lục I, mục V and, by practice, the dash and plus levels and the parts
 * of a form, for which the decree has no rows.
 */
public enum Component {
    NATIONAL_NAME,
    MOTTO,
    SUPERIOR,
    ISSUER,
    NUMBER_SYMBOL,
    PLACE_DATE,
    DRAFT_NOTE,
    TYPE_NAME,
    SUBJECT,
    LETTER_SUBJECT,
    SECRECY,
    URGENCY,
    CIRCULATION,
    ADDRESSEE,
    ADDRESSEE_ITEM,
    AUTHORITY_LINE,
    BASIS,
    ENACTMENT,
    BODY,
    PART_LABEL,
    PART_TITLE,
    SECTION_LABEL,
    SECTION_TITLE,
    ARTICLE_HEADING,
    ARTICLE,
    ROMAN_HEADING,
    CLAUSE_HEADING,
    CLAUSE,
    POINT,
    DASH,
    PLUS,
    /** The first line of a signature: the authority, or the position of somebody who signs without one. */
    POSITION,
    POSITION_BELOW_AUTHORITY,
    /** The word between two positions of a signer. */
    POSITION_CONNECTIVE,
    SIGNATURE_INSTRUCTION,
    /** The line above a signature that confirms another one. */
    CONFIRMATION,
    /** The words beside the signature that certifies a copy. */
    COPY_LABEL,
    /** The kind of a copy, such as SAO Y, at the place of the national name. */
    COPY_FORM,
    /** The line at the top of an electronic copy: its kind, the agency, and the time of the digital signature. */
    COPY_SIGNATURE,
    SIGNER,
    RECIPIENTS_LABEL,
    RECIPIENT,
    DRAFTER,
    CONTACT,
    /** The note that the document must not be published in the media. */
    PUBLICATION_NOTE,
    PAGE_NUMBER,
    FOOTNOTE,
    /** The number and title below a chart. */
    CHART_CAPTION,
    /** Names and figures within a chart. */
    CHART_TEXT,
    APPENDIX_LABEL,
    APPENDIX_TITLE,
    APPENDIX_REFERENCE,
    FORM_UNIT,
    FORM_TITLE,
    FORM_REFERENCE,
    FORM_LABEL,
    FORM_MEASURE,
    FORM_HEADER,
    FORM_INSTRUCTION,
    FORM_COLUMN_NUMBER,
    FORM_SECTION,
    FORM_TEXT,
    FORM_VALUE,
    FORM_NUMBER,
    FORM_MARK,
    FORM_DATE
}
