/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.List;
import java.util.Optional;
import org.bieumau.editor.spi.FileModel;
import org.bieumau.editor.spi.PageSite;
import org.eclipse.xtext.resource.XtextResource;

/**
 * A page about an element of the model, which cannot be used while the text cannot be parsed.
 *
 * @param <T> what it shows of the element: a copy, which stays as it is when the file changes
 */
public abstract class ModelPage<T> extends ElementPage<ModelPage.Read<T>> {

    /**
     * What was read of a version of the text.
     *
     * @param names the elements that can be chosen
     * @param content that of the chosen one, else of the first; empty where there is none, or the text cannot be parsed
     */
    public record Read<T>(int version, List<String> names, Optional<T> content, boolean isBroken) {}

    /** As {@link ElementPage}. */
    protected ModelPage(PageSite site, String label) {
        super(site, label);
    }

    /** The names of the elements that can be chosen. */
    protected abstract List<String> names(XtextResource resource);

    /** What is to be seen of one. */
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
}
