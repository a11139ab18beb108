package dev.assay.taxonomy.tagging;

import java.util.List;

/** Arithmetic of embeddings. */
final class Vectors {

    private Vectors() {}

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** a + factor · b. */
    static float[] sum(float[] a, double factor, float[] b) {
        float[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (factor * b[i]);
        }
        return sum;
    }

    /** @param vectors at least one */
    static float[] mean(List<float[]> vectors) {
        float[] mean = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return mean;
    }

    /** Scaled to length 1; a vector of length 0 stays as it is. */
    static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        return length == 0 ? vector.clone() : sum(vector, 1 / length - 1, vector);
    }
}
