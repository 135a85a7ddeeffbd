/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.Optional;
import org.bieumau.core.profile.Component;
import org.jspecify.annotations.Nullable;

/**
 * What a paragraph of a file is in a document. Most roles are components of a layout profile, which states their look.
 */
public enum Role {
    CIRCULATION(Component.CIRCULATION),
    COPY_SIGNATURE(Component.COPY_SIGNATURE),
    SUPERIOR(Component.SUPERIOR),
    ISSUER(Component.ISSUER),
    /** The star below the issuer in documents of the Party. */
    ISSUER_MARK(Component.ISSUER),
    NATIONAL_NAME(Component.NATIONAL_NAME),
    MOTTO(Component.MOTTO),
    NUMBER_SYMBOL(Component.NUMBER_SYMBOL),
    LETTER_SUBJECT(Component.LETTER_SUBJECT),
    DRAFT_NOTE(Component.DRAFT_NOTE),
    SECRECY(Component.SECRECY),
    URGENCY(Component.URGENCY),
    PLACE_DATE(Component.PLACE_DATE),
    TYPE_NAME(Component.TYPE_NAME),
    SUBJECT(Component.SUBJECT),
    /** The hyphens below the subject in documents of the Party. */
    SUBJECT_MARK(Component.SUBJECT),
    ADDRESSEE(Component.ADDRESSEE),
    ADDRESSEE_ITEM(Component.ADDRESSEE_ITEM),
    AUTHORITY_LINE(Component.AUTHORITY_LINE),
    BASIS(Component.BASIS),
    ENACTMENT(Component.ENACTMENT),
    PART_LABEL(Component.PART_LABEL),
    PART_TITLE(Component.PART_TITLE),
    SECTION_LABEL(Component.SECTION_LABEL),
    SECTION_TITLE(Component.SECTION_TITLE),
    ARTICLE_HEADING(Component.ARTICLE_HEADING),
    ARTICLE(Component.ARTICLE),
    ROMAN_HEADING(Component.ROMAN_HEADING),
    CLAUSE_HEADING(Component.CLAUSE_HEADING),
    CLAUSE(Component.CLAUSE),
    POINT(Component.POINT),
    DASH(Component.DASH),
    PLUS(Component.PLUS),
    BODY(Component.BODY),
    /** The mark <code>./.</code> in a paragraph of its own. */
    END_MARK(Component.BODY),
    /** A title, number or unit of measure above a table. */
    CAPTION(null),
    /** A note or source below a table. */
    TABLE_NOTE(null),
    RECIPIENTS_LABEL(Component.RECIPIENTS_LABEL),
    RECIPIENT(Component.RECIPIENT),
    /** The note beside a brace, about the recipients to its left. */
    RECIPIENTS_NOTE(Component.RECIPIENT),
    ARCHIVE(Component.RECIPIENT),
    DRAFTER(Component.DRAFTER),
    POSITION(Component.POSITION),
    POSITION_BELOW_AUTHORITY(Component.POSITION_BELOW_AUTHORITY),
    POSITION_CONNECTIVE(Component.POSITION_CONNECTIVE),
    SIGNATURE_INSTRUCTION(Component.SIGNATURE_INSTRUCTION),
    CONFIRMATION(Component.CONFIRMATION),
    COPY_LABEL(Component.COPY_LABEL),
    COPY_FORM(Component.COPY_FORM),
    SIGNER(Component.SIGNER),
    PUBLICATION_NOTE(Component.PUBLICATION_NOTE),
    CONTACT(Component.CONTACT),
    APPENDIX_LABEL(Component.APPENDIX_LABEL),
    APPENDIX_TITLE(Component.APPENDIX_TITLE),
    APPENDIX_REFERENCE(Component.APPENDIX_REFERENCE),
    FOOTNOTE(Component.FOOTNOTE),
    /** A paragraph of a page header or footer, without the page number. */
    PAGE_TEXT(null),
    /** A line without text that shows a rule, or a rule of typed characters. */
    RULE(null),
    BLANK(null),
    UNKNOWN(null);

    private final @Nullable Component component;

    Role(@Nullable Component component) {
        this.component = component;
    }

    /** Returns the component of layout profiles that prescribes the look; empty if no profile does. */
    public Optional<Component> component() {
        return Optional.ofNullable(component);
    }

    /** Returns whether the role is a division or paragraph of the text. */
    public boolean isText() {
        return compareTo(PART_LABEL) >= 0 && compareTo(TABLE_NOTE) <= 0;
    }
}
