/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.spi;

import java.util.Optional;
import org.bieumau.model.Library;
import org.eclipse.emf.ecore.EObject;

/**
 * Model of an edited file for the pages that read it. It is valid during the call that hands it over, and is not
 * to be changed: {@link PageSite#change} does that.
 */
public interface FileModel {

    /** Returns the version of the text the model was built from, to be compared with {@link PageSite#version()}. */
    int version();

    /** Returns whether the text has syntax errors, so that the model may lack elements. Changes are refused then. */
    boolean hasSyntaxErrors();

    /** Returns the root of the model; empty if the text holds nothing. */
    Optional<Library> library();

    /** Returns the part of the text that describes an element; empty if the element is of another file. */
    Optional<TextRange> rangeOf(EObject element);

    /**
     * Returns the innermost element that the text at an offset describes.
     *
     * @param offset in UTF-16 code units from the start of the file
     */
    Optional<EObject> elementAt(int offset);
}
