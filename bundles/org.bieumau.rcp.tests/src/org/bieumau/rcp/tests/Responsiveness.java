/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Measures how long the UI thread blocks in a file of some 16,000 lines with a form of 2,000 rows. This is not a test:
 * the build does not run it. Run it with <code>-Dtest=Responsiveness</code> and read its output.
 */
class Responsiveness {

    private static final int ROWS = 2_000;

    @RegisterExtension
    final Studio studio = new Studio();

    /** Calls the UI thread every 3 ms and records the longest time until it answers. */
    private static final class Watchdog implements Runnable {

        final AtomicLong longest = new AtomicLong();
        volatile boolean stopped;

        @Override
        public void run() {
            var display = Display.getDefault();
            while (!stopped) {
                var asked = System.nanoTime();
                display.syncExec(() -> longest.accumulateAndGet(System.nanoTime() - asked, Math::max));
                try {
                    Thread.sleep(3);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        void report(String activity) {
            System.out.printf("MEASURED %s: UI thread blocked at most %.0f ms%n", activity, longest.getAndSet(0) / 1e6);
        }
    }

    private static String text() {
        var text = new StringBuilder("""
                mẫu biểu M "BIỂU" {
                    cột stt "STT": số thứ tự
                    cột tên "TÊN": chữ, bắt buộc
                    nhóm g "HÌNH THỨC", chọn đúng một { cột a "Tập thể": đánh dấu cột b "Cá nhân": đánh dấu }
                    cột nd "NỘI DUNG": nhiều đoạn
                }
                biểu B lập theo mẫu M {
                """);
        for (int i = 0; i < ROWS; i++) {
            text.append("    dòng \"Mô hình số ")
                    .append(i)
                    .append("\" {\n        a X\n        nd '''\n            Thực hiện tiết kiệm điện trong cơ quan.\n")
                    .append(
                            "            - Tắt đèn khi ra khỏi phòng;\n            - Báo cáo hằng tháng.\n        '''\n    }\n");
        }
        return text.append("}\n").toString();
    }

    @Test
    void measure() throws Exception {
        var file = studio.file(studio.project("lon"), "lon.bieu", text());
        var watchdog = new Watchdog();
        var thread = new Thread(watchdog, "watchdog");
        thread.setDaemon(true);
        thread.start();
        var begin = System.nanoTime();
        studio.open(studio.file(file.getProject(), "nho.bieu", "cơ quan A \"A\" { }\n"));
        System.out.printf(
                "MEASURED the first file after the start opened and checked in %.0f ms%n",
                (System.nanoTime() - begin) / 1e6);
        watchdog.report("opening the first file");
        studio.open(studio.file(file.getProject(), "nua.bieu", "cơ quan B \"B\" { }\n"));
        watchdog.report("opening another small file");
        begin = System.nanoTime();
        var editor = (BieuEditor) studio.open(file);
        System.out.printf("MEASURED opened and checked in %.0f ms%n", (System.nanoTime() - begin) / 1e6);
        watchdog.report("opening");
        var text = Studio.widget(editor.textEditor());
        editor.textEditor().selectAndReveal(editor.document().get().indexOf("số 1000\"") + 2, 0);
        List<Double> settled = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            begin = System.nanoTime();
            Studio.type(text, "a");
            Studio.until("settled", () -> editor.open().isSettled());
            if (i == 0) {
                watchdog.report("the first letter");
                continue;
            }
            settled.add((System.nanoTime() - begin) / 1e6);
        }
        Collections.sort(settled);
        System.out.printf(
                "MEASURED from a letter to its problems, with the delay of the editor: median %.0f, longest %.0f ms%n",
                settled.get(7), settled.get(14));
        watchdog.report("typing");
        begin = System.nanoTime();
        var page = (GridPage) editor.show(GridPage.ID);
        Studio.until("grid", () -> page.isSettled() && page.table() != null);
        System.out.printf("MEASURED grid open in %.0f ms%n", (System.nanoTime() - begin) / 1e6);
        watchdog.report("opening the grid");
        for (int i = 0; i < 10; i++) {
            page.select(3, 900 + i * 10);
            Studio.key(page.table(), ' ', 0, 0);
            Studio.until("toggled", page::isSettled);
        }
        watchdog.report("marks in the grid");
        for (int i = 0; i < 200; i++) {
            page.select(1, i * 9);
            Studio.spin(3);
        }
        watchdog.report("scrolling the grid");
        watchdog.stopped = true;
    }
}
