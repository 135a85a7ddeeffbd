/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.store.TemporaryFolder;
import org.jspecify.annotations.Nullable;

/** Differences that are passed on after others. Of many of them, only a part is kept in memory. */
public final class DeferredDifferences implements Closeable {

    /** Number of differences that are kept in memory. */
    private static final int MOST = 2_000;

    private final TemporaryFolder folder;
    private final int most;
    private final List<Difference> kept = new ArrayList<>();
    private @Nullable Path file;
    private @Nullable ObjectOutputStream out;
    private long written;

    /** @param folder folder in which one for temporary files is created */
    public DeferredDifferences(Path folder) {
        this(folder, MOST);
    }

    /** @param most number of differences that are kept in memory */
    public DeferredDifferences(Path folder, int most) {
        this.folder = new TemporaryFolder(folder);
        this.most = most;
    }

    public void add(Difference each) throws IOException {
        kept.add(each);
        if (kept.size() >= most) {
            spill();
        }
    }

    private void spill() throws IOException {
        var target = out;
        if (target == null) {
            file = folder.create(".tmp");
            target = new ObjectOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
            out = target;
        }
        for (var each : kept) {
            target.writeObject(each);
        }
        written += kept.size();
        // The stream keeps all objects that it has written until it is reset.
        target.reset();
        kept.clear();
    }

    /** Passes all in the order in which they were added. */
    public void pass(Sink<Difference> sink) throws IOException {
        if (out != null && file != null) {
            out.flush();
            try (var in = new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                for (long i = 0; i < written; i++) {
                    sink.accept((Difference) in.readObject());
                }
            } catch (ClassNotFoundException e) {
                throw new IOException(e);
            }
        }
        for (var each : kept) {
            sink.accept(each);
        }
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            if (out != null) {
                out.close();
            }
        }
    }
}
