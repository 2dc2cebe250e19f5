package app.vstrivia.local.prove;

import app.vstrivia.local.prove.plan.Plan;
import java.nio.file.Path;

/**
 * What a run is made of.
 *
 * @param root the project's folder, with the built services in it
 * @param data an empty directory for all that the run writes
 * @param replicas of the realtime service
 * @param players at least two
 * @param leastMatches play goes on after the plan until so many are verified
 */
public record Setup(Path root, Path data, int replicas, int players, long seed, Plan plan, int leastMatches) {}
