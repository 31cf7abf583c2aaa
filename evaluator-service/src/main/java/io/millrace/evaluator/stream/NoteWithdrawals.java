package io.millrace.evaluator.stream;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DatasetCut;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/** Notes in a cut which withdrawals its version knows of: those that came before it. */
final class NoteWithdrawals extends ContextualFixedKeyProcessor<String, DatasetCut, DatasetCut> {

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private KeyValueStore<String, Coordinates> last;

    @Override
    public void init(FixedKeyProcessorContext<String, DatasetCut> context) {
        super.init(context);
        last = context.getStateStore(CutWithdrawal.LAST);
    }

    @Override
    public void process(FixedKeyRecord<String, DatasetCut> record) {
        DatasetCut cut = DatasetCut.newBuilder(record.value())
                .setLastWithdrawal(last.get(record.key()))
                .build();
        context().forward(record.withValue(cut));
    }
}
