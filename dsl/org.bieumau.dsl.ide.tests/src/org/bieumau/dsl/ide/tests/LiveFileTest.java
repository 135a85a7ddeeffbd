/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.live.LiveFile;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the readers of an open file. */
class LiveFileTest {

    /** Runs each task in a thread of its own, regardless of the size of the common pool. */
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    private final LiveFile file = new LiveFile(null, "cơ quan A \"Á\"\n", List.of(), Registry.installed());

    /** Starts a long-running reader that returns when another reader is waiting. */
    private CompletableFuture<String> readUntilAwaited(CountDownLatch begun) {
        return CompletableFuture.supplyAsync(
                () -> file.readAtLeisure(resource -> {
                    begun.countDown();
                    while (!file.isAwaited()) {
                        Thread.onSpinWait();
                    }
                    return "gave way";
                }),
                OWN_THREAD);
    }

    /** A class that is missing when the file is first loaded may be there later; until then, each reader is told. */
    @Test
    void fileIsLoadedAgainAfterALinkageError() {
        var failures = new AtomicInteger(3);
        var loaded = new LiveFile(null, "cơ quan A \"Á\"\n", List.of(), Registry.installed(), () -> {
            if (failures.getAndDecrement() > 0) {
                throw new NoClassDefFoundError("x/Y");
            }
            return Map.of();
        });
        assertThrows(NoClassDefFoundError.class, () -> loaded.read(XtextResource::getParseResult));
        assertThrows(NoClassDefFoundError.class, () -> loaded.read(XtextResource::getParseResult));
        var problem = loaded.problems(() -> false).orElseThrow().getFirst();
        assertEquals("CHECK-FAILED", problem.getCode());
        assertTrue(problem.getMessage().contains("x/Y"), problem::getMessage);
        assertEquals(List.of(), loaded.problems(() -> false).orElseThrow());
    }

    @Test
    @Timeout(30)
    void longReaderIsToldThatAReaderIsWaiting() throws Exception {
        assertFalse(file.isAwaited());
        var begun = new CountDownLatch(1);
        var reading = readUntilAwaited(begun);
        begun.await();
        assertEquals("read", file.read(resource -> "read"));
        assertEquals("gave way", reading.get());
        assertFalse(file.isAwaited());
    }

    /** Two long-running readers do not interrupt each other. */
    @Test
    @Timeout(30)
    void longReaderDoesNotInterruptAnotherLongReader() throws Exception {
        var begun = new CountDownLatch(1);
        var reading = readUntilAwaited(begun);
        begun.await();
        var other = CompletableFuture.supplyAsync(() -> file.readAtLeisure(resource -> "read too"), OWN_THREAD);
        assertNull(other.completeOnTimeout(null, 300, TimeUnit.MILLISECONDS).get());
        assertFalse(file.isAwaited());
        assertFalse(reading.isDone());
        file.read(resource -> null);
        assertEquals("gave way", reading.get());
    }

    /** A reader can tell that the text has changed while it was reading. */
    @Test
    void modelVersionIsTheVersionBeingRead() {
        var read = file.read(resource -> {
            file.edited(new TextEdit(0, 0, "// "));
            return file.modelVersion();
        });
        assertEquals(file.version() - 1, read);
        file.librariesChanged();
        assertEquals(file.version(), file.read(resource -> file.modelVersion()));
    }
}
