/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.application;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentTypeManager;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorRegistry;
import org.eclipse.ui.ide.IUnassociatedEditorStrategy;

/**
 * Has the program of the system open files that no editor is made for. The strategies of the platform open them as text
 * if the system has no program for them, which shows the bytes of PDF and Office files.
 */
public final class SystemEditor implements IUnassociatedEditorStrategy {

    private static final String TEXT_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

    @Override
    public IEditorDescriptor getEditorDescriptor(String name, IEditorRegistry editors) {
        var types = Platform.getContentTypeManager();
        var text = types.getContentType(IContentTypeManager.CT_TEXT);
        for (var type : types.findContentTypesFor(name)) {
            if (type.isKindOf(text)) {
                return editors.findEditor(TEXT_EDITOR);
            }
        }
        return editors.findEditor(IEditorRegistry.SYSTEM_EXTERNAL_EDITOR_ID);
    }
}
