import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';

/** Draws so many different pictures of 1280 × 720 with some detail into a folder; answers with their paths. */
export async function drawPictures(folder: string, count: number): Promise<string[]> {
  const paths: string[] = [];
  for (let i = 0; i < count; i++) {
    const canvas = createCanvas(1280, 720);
    const context = canvas.getContext('2d');
    const sky = context.createLinearGradient(0, 0, 1280, 720);
    sky.addColorStop(0, `hsl(${(i * 47) % 360} 40% 30%)`);
    sky.addColorStop(1, `hsl(${(i * 83) % 360} 50% 12%)`);
    context.fillStyle = sky;
    context.fillRect(0, 0, 1280, 720);
    for (let n = 0; n < 40; n++) {
      context.fillStyle = `hsl(${(i * 13 + n * 9) % 360} 45% ${20 + (n % 5) * 9}%)`;
      context.beginPath();
      context.arc((n * 197 + i * 31) % 1280, (n * 113 + i * 17) % 720, 20 + ((n * 7) % 60), 0, Math.PI * 2);
      context.fill();
    }
    const path = join(folder, `picture-${i}.png`);
    await writeFile(path, await canvas.encode('png'));
    paths.push(path);
  }
  return paths;
}
