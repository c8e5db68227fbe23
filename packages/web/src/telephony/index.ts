export { callerText, EndedCall, TalkingCall, WaitingCall } from './queue-row.tsx';
export { type CallByHand, RegisterCallDialog } from './register-call-dialog.tsx';
export { texts as telephonyTexts } from './texts.nb.ts';
export { useQueue } from './use-queue.ts';
export { answerTarget, clockDuration, isConnecting, nextToAnswer, phoneText, queueLists, waitedSoFar, waitTone } from './waiting.ts';
