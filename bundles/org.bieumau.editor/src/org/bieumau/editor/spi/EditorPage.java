/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.spi;

import java.util.List;
import java.util.Optional;
import org.bieumau.core.problem.Problem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * A page of the editor of <code>.bieu</code> files.
 *
 * <p>A page is updated in two steps, so that the UI thread never waits for the model: {@link #read} copies what is to
 * be shown out of the model, on a thread of its own, and {@link #show} puts it into the controls, on the UI thread.
 * Both are called when the page becomes active, after each edit of the text while it is active, and when the page asks
 * for it by {@link PageSite#refresh()}. All other methods are called on the UI thread.
 *
 * <p>A page of another plug-in that throws is reported with the name of its plug-in and replaced by a message until the
 * file is opened again.
 *
 * @param <T> what the page shows: values that stay as they are when the file changes, no elements of the model
 */
public interface EditorPage<T> {

    /** Creates the control of the page. Called once, when the page is about to be shown for the first time. */
    Control createControl(Composite parent);

    /**
     * Copies what the page shows out of the model. Called off the UI thread while other readers and edits of the model
     * wait, so it must not take long and must not wait for the UI thread.
     *
     * @param model the model of the text as it is; not to be used after this method returns. The text may have syntax
     *     errors or hold no element of the kind that the page is about.
     */
    T read(FileModel model);

    /** Shows what was read. Not called if the page has been closed meanwhile. */
    void show(T content);

    /** Shows the problems of the file, which are found a moment after the model was read. Does nothing by default. */
    default void problemsChanged(List<Problem> problems) {}

    /**
     * Returns whether the user has typed something that {@link PageSite#change} has not been called with yet. The file
     * then counts as unsaved. The page calls {@link PageSite#typed} when the result changes. False by default.
     */
    default boolean isTyping() {
        return false;
    }

    /**
     * Calls {@link PageSite#change} with what is being typed. Called before anything else happens: before the file is
     * saved, exported or closed, before a command is executed, and before another page is activated. Does nothing by
     * default.
     */
    default void commit() {}

    /** Called when the user comes to this page or leaves it. Does nothing by default. */
    default void setActive(boolean active) {}

    /**
     * Reveals what the text at an offset describes. Called when the user comes to this page from the text, after the
     * content was shown. Does nothing by default.
     *
     * @param offset the caret of the text, in UTF-16 code units from the start of the file
     */
    default void reveal(int offset) {}

    /**
     * Returns the part of the text that describes the selection on this page. The caret is moved there when the user
     * switches to the Source page. Empty by default.
     */
    default Optional<TextRange> selection() {
        return Optional.empty();
    }

    /** Called when the file was saved under another name; {@link #read} and {@link #show} follow. */
    default void inputChanged() {}

    /** Gives the focus to the control where the user goes on. Does nothing by default. */
    default void setFocus() {}

    /** Releases what the page holds. Called once, when the editor is closed, even if no control was created. */
    default void dispose() {}
}
