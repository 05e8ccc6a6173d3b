/**
 * The part of the Canvas 2D API that the compositor draws with. `CanvasRenderingContext2D` and
 * `OffscreenCanvasRenderingContext2D` of a browser fit it, and so does the context of a Skia canvas in Node.
 * `Drawable` is what that context's `drawImage` takes.
 */
export interface Canvas2D<Drawable extends object> {
  globalAlpha: number;
  fillStyle: string | object;
  font: string;
  letterSpacing: string;
  fontKerning: 'auto' | 'none' | 'normal';
  textRendering: 'auto' | 'geometricPrecision' | 'optimizeLegibility' | 'optimizeSpeed';
  textAlign: 'center' | 'end' | 'left' | 'right' | 'start';
  textBaseline: 'alphabetic' | 'bottom' | 'hanging' | 'ideographic' | 'middle' | 'top';
  direction: 'inherit' | 'ltr' | 'rtl';
  imageSmoothingEnabled: boolean;
  imageSmoothingQuality: 'high' | 'low' | 'medium';
  save(): void;
  restore(): void;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  beginPath(): void;
  rect(x: number, y: number, width: number, height: number): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  clip(): void;
  fill(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  measureText(text: string): { readonly width: number };
  fillText(text: string, x: number, y: number): void;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): LinearGradient;
  drawImage(image: Drawable, x: number, y: number, width: number, height: number): void;
}

export interface LinearGradient {
  addColorStop(offset: number, colour: string): void;
}
