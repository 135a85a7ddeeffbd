/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.bieumau.core.document.DocumentFields;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.internal.resolved.FormData;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.ComponentPlace;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.Look;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.LibraryElement;

/** A document or form as it is to be shown: a stream of blocks that can be pulled any number of times. */
public interface Layout {

    /** The element laid out. */
    LibraryElement element();

    /** The rules it follows. */
    LayoutProfile profile();

    /** The day whose rules it follows. */
    LocalDate day();

    /** The title for the properties of a file. */
    String title();

    /** Returns the fields of the document; empty if the element is a form or template. */
    default Optional<DocumentFields> document() {
        return Optional.empty();
    }

    /** The agency for the properties of a file, or an empty text. */
    String author();

    /**
     * Begins a new pass over the blocks, which are made as they are pulled.
     *
     * @throws IOException if the rows cannot be read
     */
    Blocks open() throws IOException;

    /** Returns the look of a component. */
    default Look style(Component component) {
        return profile().style(component, day()).look();
    }

    /**
     * Returns the level of a component in the outline of a document, the same in every format: from 1 to
     * {@link ComponentPlace#OUTLINE_LEVELS}, or 0 if it is no heading.
     */
    default int outlineLevel(Component component) {
        return profile().outlineLevel(component);
    }

    /** Whether an element can be laid out. */
    static boolean supports(LibraryElement element) {
        return element instanceof Form || element instanceof FormTemplate || element instanceof Document;
    }

    /**
     * Lays out an element.
     *
     * @param element a form, a template (as the blank form) or a document
     * @throws IllegalArgumentException if there is no layout for such an element, see {@link #supports}, or if a form
     *     has no template
     */
    static Layout of(LibraryElement element, LayoutProfile profile) {
        return switch (element) {
            case Form form -> new FormLayout(form, form.getTemplate(), profile, FormData.rows(form));
            case FormTemplate template -> new FormLayout(template, template, profile, null);
            case Document document -> new DocumentLayout(document, profile);
            default -> throw new IllegalArgumentException(element.eClass().getName());
        };
    }

    /**
     * Lays out a form with rows that do not lie in the model.
     *
     * @throws IllegalArgumentException if the form has no template
     */
    static Layout ofRows(Form form, LayoutProfile profile, RowSource rows) {
        return new FormLayout(form, form.getTemplate(), profile, rows);
    }
}
