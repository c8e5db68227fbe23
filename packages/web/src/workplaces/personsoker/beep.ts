let context: AudioContext | undefined;

/** Browsers let sound begin only from something the user did: called when the button is pressed. */
export function allowSound(): void {
  context ??= new AudioContext();
  void context.resume();
}

/** Two short tones, as a pager gives. Nothing before sound is allowed. */
export function beep(): void {
  if (context?.state !== 'running') return;
  for (const [start, frequency] of tones) tone(context, context.currentTime + start, frequency);
}

const tones = [
  [0, 880],
  [0.2, 1175],
] as const;
const length = 0.15;

function tone(audio: AudioContext, at: number, frequency: number): void {
  const source = audio.createOscillator();
  const gain = audio.createGain();
  source.frequency.value = frequency;
  // Faded in and out, or it clicks.
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(0.2, at + 0.01);
  gain.gain.linearRampToValueAtTime(0, at + length);
  source.connect(gain).connect(audio.destination);
  source.start(at);
  source.stop(at + length);
}
