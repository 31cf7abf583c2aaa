package io.millrace.generator.holdout;

import io.millrace.schemas.HoldoutKey;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Split;
import io.millrace.schemas.Task;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** The problems that are held out. Any thread may ask while another adds to them. */
public final class Holdouts {

    /** A hash, and a dataset's name. */
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}/.{1,100}");

    /** In order, so that those of one problem are found by what they begin with. */
    private final NavigableSet<String> keys = new ConcurrentSkipListSet<>();

    private final CountDownLatch known = new CountDownLatch(1);

    /** Takes in the key of one that is held out; any other text is left. */
    public void add(String key) {
        if (KEY.matcher(key).matches()) {
            keys.add(key);
        }
    }

    public void remove(String key) {
        keys.remove(key);
    }

    /** Says that all are there which were held out so far. */
    public void complete() {
        known.countDown();
    }

    public int size() {
        return keys.size();
    }

    /**
     * Whether nothing may be made of a seed: it brings a problem that is for testing, by what it says itself or by what is held out.
     * Waits until all are known that were held out before.
     */
    public boolean hold(Seed seed) throws InterruptedException {
        Task task = seed.getTask();
        if (task == null) {
            return false;
        }
        if (seed.getSplit() == Split.TEST) {
            return true;
        }
        known.await();
        if (keys.isEmpty()) {
            return false;
        }
        String content = HoldoutKey.content(task);
        String next = keys.ceiling(content);
        return next != null && next.startsWith(content);
    }
}
