/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.campaign;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;

/** Takes files and folders that are dropped on the page. */
final class ReturnsDrop extends DropTargetAdapter {

    private final Control control;
    private final Consumer<List<Path>> dropped;

    private ReturnsDrop(Control control, Consumer<List<Path>> dropped) {
        this.control = control;
        this.dropped = dropped;
    }

    static void on(Control control, Consumer<List<Path>> dropped) {
        var target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new ReturnsDrop(control, dropped));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        if (FileTransfer.getInstance().isSupportedType(event.currentDataType) && event.detail == DND.DROP_DEFAULT) {
            event.detail = DND.DROP_COPY;
        }
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] names) {
            var files = Arrays.stream(names).map(Path::of).toList();
            // The program that the files were dragged from waits until this method returns.
            control.getDisplay().asyncExec(() -> {
                if (!control.isDisposed()) {
                    dropped.accept(files);
                }
            });
        }
    }
}
