/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

/**
 * What a block is in the layout of a document: the components of ND30, Phụ lục I, mục V, and, as practice, the dash and
 * plus levels and the parts of a form, for which the decree has no rows of their own.
 */
public enum Component {
    NATIONAL_NAME, MOTTO, SUPERIOR, ISSUER, NUMBER_SYMBOL, PLACE_DATE, TYPE_NAME, SUBJECT, ADDRESSEE, BASIS, BODY,
    DIVISION_HEADING, ROMAN_HEADING, CLAUSE_HEADING, CLAUSE, POINT, DASH, PLUS, POSITION, SIGNER, RECIPIENTS_LABEL,
    RECIPIENT, PAGE_NUMBER, FORM_UNIT, FORM_TITLE, FORM_REFERENCE, FORM_LABEL, FORM_HEADER, FORM_INSTRUCTION,
    FORM_COLUMN_NUMBER, FORM_SECTION, FORM_TEXT, FORM_VALUE, FORM_NUMBER, FORM_MARK
}
