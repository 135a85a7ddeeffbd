/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.List;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.completion.Completion;
import org.bieumau.dsl.ide.internal.live.LiveFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Loads in advance what the user would otherwise have to wait for when the first file is opened. Loading classes takes
 * half of that time.
 */
public final class Preparation {

    private static final String FORM = """
            mẫu biểu M "M" { cột stt "STT": số thứ tự nhóm g "G", chọn đúng một { cột a "A": đánh dấu } cột b "B": nhiều đoạn }
            biểu B lập theo mẫu M { dòng { a X b "B" } }
            """;
    private static final String TABLE = "org.eclipse.nebula.widgets.nattable.core";
    /** Bundles an editor consists of. */
    private static final List<String> BUNDLES = List.of(
            "org.eclipse.jface.text",
            "org.eclipse.ui.workbench.texteditor",
            "org.eclipse.ui.editors",
            "org.eclipse.ui.genericeditor",
            "org.eclipse.ui.forms",
            "org.bieumau.dsl.ui",
            "org.bieumau.editor",
            TABLE);
    /** Classes whose initialisation loads the collections that tables use. */
    private static final List<String> COLLECTIONS =
            List.of("org.eclipse.collections.api.factory.Sets", "org.eclipse.nebula.widgets.nattable.layer.SizeConfig");

    private Preparation() {}

    /** Loads everything. Takes two to three seconds and is meant for a background thread. */
    public static void run(IProgressMonitor monitor) {
        var progress = SubMonitor.convert(monitor, BUNDLES.size());
        ImageDescriptor.createFromURL(Platform.getBundle("org.bieumau.editor").getEntry("icons/editor.svg"))
                .getImageData(100);
        var file = new LiveFile(null, FORM, List.of(), Registry.installed());
        file.problems(progress::isCanceled);
        file.read(resource -> Completion.at(resource, FORM.length()));
        for (var name : BUNDLES) {
            link(Platform.getBundle(name), progress.split(1));
        }
        for (var name : COLLECTIONS) {
            try {
                Class.forName(
                        name,
                        true,
                        Platform.getBundle(TABLE).adapt(BundleWiring.class).getClassLoader());
            } catch (ClassNotFoundException | LinkageError notThere) {
                // The code that needs the class will report it.
            }
        }
    }

    /**
     * Loads and verifies the classes of a bundle. They are not initialised, because some of them may only be
     * initialised on the UI thread.
     */
    private static void link(Bundle bundle, SubMonitor progress) {
        var classes = bundle.adapt(BundleWiring.class)
                .listResources("/", "*.class", BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL);
        progress.setWorkRemaining(classes.size());
        for (var name : classes) {
            progress.split(1);
            try {
                bundle.loadClass(name.substring(0, name.length() - ".class".length())
                                .replace('/', '.'))
                        .getDeclaredMethods();
            } catch (ClassNotFoundException | LinkageError optional) {
                // The class has an optional dependency that is not installed, so nothing uses it.
            }
        }
    }
}
