/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.document.DocumentFields;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.internal.resolved.FormData;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.ComponentPlace;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.Look;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.LibraryElement;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/** The layout of a document or form as a stream of blocks, which can be read any number of times. */
public interface Layout {

    /** Returns the element that is laid out. */
    LibraryElement element();

    /** Returns the profile whose rules the layout follows. */
    LayoutProfile profile();

    /** Returns the day whose rules the layout follows. */
    LocalDate day();

    /** Returns the title for the properties of a file. */
    String title();

    /** Returns the fields of the document; empty if the element is a form or template. */
    default Optional<DocumentFields> document() {
        return Optional.empty();
    }

    /** Returns the name of the agency, for the properties of a file; an empty string if there is none. */
    String author();

    /**
     * Starts a new pass over the blocks, which are created on demand.
     *
     * @throws IOException if the rows cannot be read
     */
    Blocks open() throws IOException;

    /**
     * Returns the findings that only the layout can make: tables whose columns are too narrow for a number or a word.
     * To be fast, only the first thousands of rows of a form are read.
     *
     * @throws IOException if the rows cannot be read
     */
    default List<Finding> findings() throws IOException {
        return List.of();
    }

    /**
     * Returns the charts of the layout in order, for formats that need them before they write the blocks.
     *
     * @throws IOException if the rows cannot be read
     */
    default List<Block.Chart> charts() throws IOException {
        return List.of();
    }

    /**
     * Returns the lists that go with the element, such as the sources of its figures: forms with a sheet of their own
     * in a workbook. Formats without sheets leave them out.
     */
    default List<Layout> lists() {
        return List.of();
    }

    /** Returns the same layout with lists that go with the element. */
    default Layout withLists(List<Layout> lists) {
        return new ListedLayout(this, List.copyOf(lists));
    }

    /** Returns the look of a component. */
    default Look style(Component component) {
        return profile().style(component, day()).look();
    }

    /**
     * Returns the level of a component in the outline of a document, the same in every format: from 1 to
     * {@link ComponentPlace#OUTLINE_LEVELS}, or 0 if it is not a heading.
     */
    default int outlineLevel(Component component) {
        return profile().outlineLevel(component);
    }

    /**
     * Returns the element to report for a part of the layout: its source if that is in a file, or else the whole
     * element.
     */
    default EObject reported(@Nullable EObject source) {
        return source == null || source.eResource() == null ? element() : source;
    }

    /** Returns whether an element can be laid out. */
    static boolean supports(LibraryElement element) {
        return element instanceof Form || element instanceof FormTemplate || element instanceof Document;
    }

    /**
     * Lays out an element.
     *
     * @param element a document, a form, or a form template, which gives a blank form
     * @throws IllegalArgumentException if the element is not supported (see {@link #supports}) or is a form without a
     *     template
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
     * Lays out a form whose rows are not stored in the model.
     *
     * @throws IllegalArgumentException if the form has no template
     */
    static Layout ofRows(Form form, LayoutProfile profile, RowSource rows) {
        return new FormLayout(form, form.getTemplate(), profile, rows);
    }
}
