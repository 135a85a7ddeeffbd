/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.List;
import java.util.Optional;
import org.bieumau.editor.spi.FileModel;
import org.bieumau.editor.spi.PageSite;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Page about an element of the model. It cannot be used while the text has syntax errors.
 *
 * @param <T> the content shown for an element: a copy that does not change with the file
 */
public abstract class ModelPage<T> extends ElementPage<ModelPage.Read<T>> {

    /**
     * Content read from the model.
     *
     * @param version the text version the model was built from
     * @param names the elements the user can choose from
     * @param content the content of the chosen element or, if none is chosen, of the first one; empty if there is no
     *     element or the text has syntax errors
     * @param isBroken whether the text has syntax errors
     */
    public record Read<T>(int version, List<String> names, Optional<T> content, boolean isBroken) {}

    /** See {@link ElementPage}. */
    protected ModelPage(PageSite site, String label) {
        super(site, label);
    }

    /** Returns the names of the elements the user can choose from. */
    protected abstract List<String> names(XtextResource resource);

    /** Returns the content of an element. */
    protected abstract Optional<T> content(XtextResource resource, String name);

    @Override
    public final Read<T> read(FileModel model) {
        var resource = ((ResourceModel) model).resource();
        var names = names(resource);
        var name = names.contains(wanted()) ? wanted() : names.isEmpty() ? null : names.getFirst();
        var isBroken = model.hasSyntaxErrors();
        return new Read<>(
                model.version(),
                names,
                isBroken || name == null ? Optional.empty() : content(resource, name),
                isBroken);
    }

    @Override
    public final void show(Read<T> read) {
        // The content is outdated if the text has been edited since it was read, or if it will be by a change of this
        // page. It is then read again.
        if (!isAhead() && read.version() == editor.open().version()) {
            display(read);
        }
    }

    /** Shows the content of the current text. */
    protected abstract void display(Read<T> read);

    /**
     * Shows in the banner why the page has no content, and hides the banner if it has.
     *
     * @param none the message key for a file without elements for this page
     */
    protected final void showBanner(Read<T> read, String none) {
        var key = read.isBroken() ? "page.broken" : none;
        showBanner(read.content().isPresent() ? null : EditorMessages.ALL.text(key));
    }
}
