/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.spark;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.SparkSession;
import org.bieumau.consolidation.spi.ConsolidationEngine;
import org.bieumau.core.spi.Progress;

/**
 * Runs consolidations on Apache Spark: in the session of the program if it has one, or else in a new one with the
 * settings of <code>spark-submit</code>. A task that is lost is repeated by Spark.
 */
public final class SparkEngine implements ConsolidationEngine {

    /** Number of tasks for each core, so that a large file does not keep all others waiting. */
    private static final int TASKS_PER_CORE = 4;

    @Override
    public String id() {
        return "spark";
    }

    @Override
    public String title() {
        return "Apache Spark";
    }

    /** Reads a part of the inputs. */
    private record Partition<T extends Serializable, A extends Serializable>(Work<T, A> work)
            implements FlatMapFunction<Iterator<T>, A> {

        @Override
        public Iterator<A> call(Iterator<T> inputs) throws Exception {
            var result = work.empty();
            while (inputs.hasNext()) {
                result = work.merge(result, work.apply(inputs.next()));
            }
            return List.of(result).iterator();
        }
    }

    /** Merges two results. */
    private record Merge<A extends Serializable>(Work<?, A> work) implements Function2<A, A, A> {

        @Override
        public A call(A one, A other) {
            return work.merge(one, other);
        }
    }

    /** Returns the context of the session. */
    static JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(
                SparkSession.builder().appName("bieumau").getOrCreate().sparkContext());
    }

    @Override
    public <T extends Serializable, A extends Serializable> A run(List<T> inputs, Work<T, A> work, Progress progress) {
        if (inputs.isEmpty()) {
            return work.empty();
        }
        var context = context();
        var tasks = Math.clamp((long) context.defaultParallelism() * TASKS_PER_CORE, 1, inputs.size());
        return context.parallelize(inputs, tasks)
                .mapPartitions(new Partition<>(work))
                .treeReduce(new Merge<>(work));
    }
}
