package io.millrace.deploy.recipe;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares out a whole number by weights, exactly: everybody gets the whole part of their share, the largest remainders one more. */
final class Apportionment {

    private Apportionment() {}

    /**
     * The shares, which add up to the amount; of equal remainders the first counts as larger.
     *
     * @param weights none is negative, and one at least is above 0
     */
    static List<Long> of(long amount, List<BigDecimal> weights) {
        int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        List<BigInteger> units = weights.stream()
                .map(weight -> weight.setScale(Math.max(scale, 0)).unscaledValue())
                .toList();
        BigInteger total = units.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() <= 0 || units.stream().anyMatch(unit -> unit.signum() < 0)) {
            throw new IllegalArgumentException("Weights must not be negative, nor all of them 0");
        }
        List<Long> shares = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        for (BigInteger unit : units) {
            BigInteger[] parts = unit.multiply(BigInteger.valueOf(amount)).divideAndRemainder(total);
            shares.add(parts[0].longValueExact());
            remainders.add(parts[1]);
        }
        long left = amount - shares.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(index -> shares.set(index, shares.get(index) + 1));
        return List.copyOf(shares);
    }
}
