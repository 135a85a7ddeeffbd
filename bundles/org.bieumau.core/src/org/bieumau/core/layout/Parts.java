/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of several parts, one after the other. A part is opened only when the previous ones have ended. */
final class Parts implements Blocks {

    /** A part of a layout. */
    interface Part {
        Blocks open() throws IOException;
    }

    /** Collects parts. A table whose rows are created on demand is a part of its own. */
    interface Collector {
        void collect(List<Part> parts);
    }

    private final Deque<Part> parts;
    private @Nullable Blocks current;

    Parts(Deque<Part> parts) {
        this.parts = parts;
    }

    @Override
    public @Nullable Block next() throws IOException {
        while (true) {
            var open = current;
            if (open != null) {
                var block = open.next();
                if (block != null) {
                    return block;
                }
                open.close();
                current = null;
            }
            var part = parts.poll();
            if (part == null) {
                return null;
            }
            current = part.open();
        }
    }

    @Override
    public void close() throws IOException {
        parts.clear();
        var open = current;
        if (open != null) {
            open.close();
            current = null;
        }
    }

    static Blocks blocks(Collector collector) {
        var parts = new ArrayList<Part>();
        collector.collect(parts);
        return new Parts(new ArrayDeque<>(parts));
    }

    static Part one(Block block) {
        return () -> {
            var blocks = new ArrayDeque<>(List.of(block));
            return new Blocks() {
                @Override
                public @Nullable Block next() {
                    return blocks.poll();
                }

                @Override
                public void close() {
                    blocks.clear();
                }
            };
        };
    }
}
