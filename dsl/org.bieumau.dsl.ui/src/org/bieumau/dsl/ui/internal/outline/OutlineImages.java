/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.outline;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;

/** Icons of the elements of a file. */
public final class OutlineImages {

    private OutlineImages() {}

    /** Returns the icon of a model class, or a generic icon if the class has none. */
    public static Image of(String kind) {
        var images = JFaceResources.getImageRegistry();
        var key = "org.bieumau.dsl.ui." + kind;
        if (images.get(key) == null) {
            var file = OutlineImages.class.getResource("/icons/" + kind + ".svg");
            images.put(
                    key,
                    ImageDescriptor.createFromURL(
                            file == null ? OutlineImages.class.getResource("/icons/element.svg") : file));
        }
        return images.get(key);
    }
}
