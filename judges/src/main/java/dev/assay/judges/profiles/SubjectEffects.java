package dev.assay.judges.profiles;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealVector;

/**
 * How good each subject is apart from which queries it has scores on: least squares of score = query + subject (the intra-block
 * analysis of an incomplete block design: Yates, Annals of Eugenics 10, 1940). Needed only where scores are missing.
 */
final class SubjectEffects {

    private SubjectEffects() {}

    /** By subject, up to a common constant: only differences between subjects that are linked by common queries mean anything. */
    static double[] of(ScoreMatrix scores) {
        int subjects = scores.subjects().size();
        Array2DRowRealMatrix normal = new Array2DRowRealMatrix(subjects, subjects);
        ArrayRealVector right = new ArrayRealVector(subjects);
        boolean complete = true;
        int[] present = new int[subjects];
        for (int query = 0; query < scores.queries().size(); query++) {
            int size = 0;
            for (int subject = 0; subject < subjects; subject++) {
                if (scores.has(query, subject)) {
                    present[size++] = subject;
                }
            }
            complete &= size == subjects || size == 0;
            add(scores, query, present, size, normal, right);
        }
        return complete ? new double[subjects] : solve(normal, right);
    }

    private static void add(
            ScoreMatrix scores, int query, int[] present, int size, Array2DRowRealMatrix normal, RealVector right) {
        double mean = 0;
        for (int i = 0; i < size; i++) {
            mean += scores.score(query, present[i]) / size;
        }
        for (int i = 0; i < size; i++) {
            right.addToEntry(present[i], scores.score(query, present[i]) - mean);
            normal.addToEntry(present[i], present[i], 1);
            for (int j = 0; j < size; j++) {
                normal.addToEntry(present[i], present[j], -1.0 / size);
            }
        }
    }

    /** The matrix lacks one rank for each set of linked subjects; the smallest solution leaves their constants at 0. */
    private static double[] solve(Array2DRowRealMatrix normal, RealVector right) {
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(normal);
        double largest = eigen.getEigenvalue(0);
        RealVector solution = new ArrayRealVector(right.getDimension());
        for (int i = 0; i < right.getDimension(); i++) {
            double value = eigen.getEigenvalue(i);
            if (value > 1e-10 * largest) {
                RealVector direction = eigen.getEigenvector(i);
                solution = solution.add(direction.mapMultiply(direction.dotProduct(right) / value));
            }
        }
        return solution.toArray();
    }
}
